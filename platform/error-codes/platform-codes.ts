import { code } from './table.js';

/** What the machine room reports: configuration, assets, the local stack, stores. */
export const platformCodes = {
  CONFIG_INVALID: code(500, 'The configuration is not valid.'),
  ASSET_UNAVAILABLE: code(503, 'A file that Aethercast needs could not be obtained.', true),
  STACK_ALREADY_RUNNING: code(409, 'Another Aethercast is running on this data folder.'),
  STACK_START_FAILED: code(500, 'A part of the local stack did not start.', true),
  DATABASE_TOO_NEW: code(
    500,
    'A newer release of Aethercast has changed the structure of this database. Use that release or a later one.',
  ),
  DISK_FULL: code(507, 'There is no space left on the disk.'),
  MEDIA_OBJECT_MISSING: code(404, 'The media store has no such object.'),
  MEDIA_OBJECT_DAMAGED: code(500, 'The stored object does not match its recorded hash.'),
  ENGINE_UNAVAILABLE: code(503, 'The workflow engine does not answer right now.', true),
  // Retryable: an engine that lost its last moments counts attempts anew until it passes the one on record.
  STEP_FENCED: code(409, 'Another attempt took this step over; this result is discarded.', true),
  RUN_OVER: code(409, 'The run this step belongs to is over.'),
  CANCELLED: code(499, 'The run was cancelled.'),
  RUN_TERMINATED: code(500, 'The run was terminated in the workflow engine.'),
  RUN_TIMED_OUT: code(504, 'The run exceeded its time limit in the workflow engine.'),
  INTERNAL: code(500, 'Something went wrong on our side. It has been logged.', true),
} as const;
