import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Config } from '../platform/config/load-config.js';
import { errorCode, isFileMissing } from '../platform/error-code.js';

/** Where a stack keeps what; all absolute. */
export type StackPaths = {
  data: string;
  media: string;
  logs: string;
  /** One pid file per running process. */
  run: string;
  /** Locked by the supervisor and by every process that it started. */
  lock: string;
  /** Locked by who finds out whether a stack may be started. */
  startLock: string;
  /** Renewed by the supervisor where locks cannot be trusted. */
  lease: string;
  /** Where everything of the running stack is, for other commands. */
  stackFile: string;
  ports: string;
  databasePassword: string;
  serviceToken: string;
  temporalDatabase: string;
};

export function stackPaths(config: Config): StackPaths {
  const data = path.resolve(config.AETHERCAST_DATA);
  return {
    data,
    media: path.resolve(config.MEDIA_DIR ?? path.join(data, 'media')),
    logs: path.join(data, 'logs'),
    run: path.join(data, 'run'),
    lock: path.join(data, 'stack.lock'),
    startLock: path.join(data, 'start.lock'),
    lease: path.join(data, 'stack.lease'),
    stackFile: path.join(data, 'stack.json'),
    ports: path.join(data, 'ports.json'),
    databasePassword: path.join(data, 'database-password'),
    serviceToken: path.join(data, 'service-token'),
    temporalDatabase: path.join(data, 'temporal.db'),
  };
}

/** Makes the folders. Throws STACK_START_FAILED when the data folder cannot be written. */
export async function prepareFolders(paths: StackPaths): Promise<void> {
  try {
    await mkdir(paths.data, { recursive: true });
    // Closed to others. As root its inside stays walkable, because PostgreSQL runs there as a user of its own.
    await chmod(paths.data, process.getuid?.() === 0 ? 0o711 : 0o700);
    for (const folder of [paths.logs, paths.run, paths.media]) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Earlier releases made them, and the engine's files, for everybody to read.
      await chmod(folder, 0o700);
    }
    for (const suffix of ['', '-journal', '-wal', '-shm']) await closeFile(paths.temporalDatabase + suffix);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new AethercastError('STACK_START_FAILED', {
      message: `The data folder ${paths.data} cannot be used (${code}). Set AETHERCAST_DATA to a folder that you may write.`,
      details: { folder: paths.data, reason: code },
      cause: error,
    });
  }
}

async function closeFile(file: string): Promise<void> {
  try {
    await chmod(file, 0o600);
  } catch (error) {
    if (!isFileMissing(error)) throw error;
  }
}
