import { code } from './code-entry.js';

/** Failures of the infrastructure: configuration, assets, the local stack, stores. */
export const platformCodes = {
  CONFIG_INVALID: code(500, 'The configuration is invalid.'),
  ASSET_UNAVAILABLE: code(503, 'A file that Aethercast needs could not be obtained.', true),
  STACK_ALREADY_RUNNING: code(409, 'Another Aethercast is running on this data folder.'),
  STACK_DATA_IN_USE: code(
    409,
    'The data folder is in use by an Aethercast in another container or on another machine.',
  ),
  STACK_START_FAILED: code(500, 'A part of the local stack did not start.', true),
  DATABASE_TOO_NEW: code(
    500,
    'A newer release of Aethercast has changed the structure of this database. Use that release or a later one.',
  ),
  DISK_FULL: code(507, 'There is no space left on the disk.'),
  MEDIA_OBJECT_MISSING: code(404, 'The media store does not have this object.'),
  MEDIA_OBJECT_DAMAGED: code(500, 'The stored object does not match its recorded hash.'),
  ENGINE_UNAVAILABLE: code(503, 'The workflow engine is not responding. Try again shortly.', true),
  // Retryable: an engine that lost its most recent events starts counting attempts again, until it passes the one on record.
  STEP_FENCED: code(409, 'Another attempt has taken over this step, so this result is discarded.', true),
  STEP_STOPS_WORKER: code(
    500,
    'The worker stopped several times in a row at this step, so it is not tried again.',
  ),
  RUN_OVER: code(409, 'The run of this step has already ended.'),
  CANCELLED: code(499, 'The run was cancelled.'),
  RUN_TERMINATED: code(500, 'The run was terminated in the workflow engine.'),
  RUN_TIMED_OUT: code(504, 'The run exceeded its time limit in the workflow engine.'),
  INTERNAL: code(500, 'Something went wrong on our side. The error has been logged.', true),
} as const;
