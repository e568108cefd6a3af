import { close, constants, fstat, ftruncate, open, read, write } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errorCode, isFileMissing } from '../error-code.js';
import { isRunning } from '../process-identity.js';
import { ownHolder, parseHolder, type LockHolder } from './lock-holder.js';

// Bare descriptors: a FileHandle that nothing refers to any more is closed, and the lock would go with it.
const call = {
  open: promisify(open),
  close: promisify(close),
  stat: promisify(fstat),
  truncate: promisify(ftruncate),
  read: promisify(read),
  write: promisify(write),
};

/** Windows lets nobody read what is locked, and the record is to be read: the lock is on a place behind it. */
const [offset, length] = process.platform === 'win32' ? [0x4000_0000, 1] : [0, 0];
const maxRecordBytes = 4_096;

export type FileLock = {
  /**
   * On Linux and macOS the lock is the open file's, not the process's: a child that gets this descriptor keeps the lock
   * until it has ended, too. On Windows the lock ends with the process that took it.
   */
  readonly fd: number;
  /** False where the system grants no locks: then only the record in the file keeps others away. */
  readonly isGranted: boolean;
  /** Lets go of it. Children that have the descriptor still hold it. */
  release(): Promise<void>;
};

type Attempt = { lock: FileLock } | { holder: LockHolder | undefined };

/**
 * Takes the lock of a file, or says who has it. The system ends the lock with its last holder, however that ended, so
 * there is no stale one. On top of it, a holder on record whose process is seen to run is respected: there are systems
 * without such locks, and releases of Aethercast that did not use them.
 * @param keep whether the file stays after the release. It must where children may outlive the lock's release.
 */
export async function takeFileLock(file: string, { keep = false } = {}): Promise<Attempt> {
  for (;;) {
    const fd = await openOrCreate(file);
    let isOurs = false;
    try {
      const granted = await tryLock(fd);
      const holder = await readRecord(fd);
      if (granted === false) return { holder };
      if (!(await isStillThere(fd, file))) continue;
      if (holder && (await isRunning(holder))) return { holder };
      isOurs = true;
      const lock = heldLock(file, fd, granted ?? false, keep);
      try {
        await writeRecord(fd, JSON.stringify(await ownHolder()));
      } catch (error) {
        // A full disk takes the name but not the record.
        await lock.release();
        throw error;
      }
      return { lock };
    } finally {
      if (!isOurs) await call.close(fd);
    }
  }
}

/** Whether anyone has the lock right now, and who. Whoever tries to take it at this very moment may be refused once. */
export async function isFileLocked(file: string): Promise<{ holder: LockHolder | undefined } | undefined> {
  let fd: number;
  try {
    fd = await call.open(file, constants.O_RDWR);
  } catch (error) {
    if (isFileMissing(error)) return undefined;
    throw error;
  }
  try {
    const holder = await readRecord(fd);
    if (holder && (await isRunning(holder))) return { holder };
    return (await tryLock(fd)) === false ? { holder } : undefined;
  } finally {
    await call.close(fd);
  }
}

function heldLock(file: string, fd: number, isGranted: boolean, keep: boolean): FileLock {
  return {
    fd,
    isGranted,
    async release() {
      // Removed while it is still locked: who opened it meanwhile sees that it is not the file any more.
      if (keep) await call.truncate(fd, 0);
      else if (await isStillThere(fd, file)) await rm(file, { force: true });
      await call.close(fd);
    },
  };
}

/** Without O_CREAT first: Linux refuses it to root in the temporary folder for a file of another user. */
async function openOrCreate(file: string): Promise<number> {
  for (;;) {
    try {
      return await call.open(file, constants.O_RDWR);
    } catch (error) {
      if (!isFileMissing(error)) throw error;
    }
    try {
      return await call.open(file, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/** Another holder may have removed the file, or put another one there, between our opening and our locking it. */
async function isStillThere(fd: number, file: string): Promise<boolean> {
  try {
    const [ours, there] = await Promise.all([call.stat(fd), stat(file)]);
    return ours.ino === there.ino && ours.dev === there.dev;
  } catch (error) {
    if (isFileMissing(error)) return false;
    throw error;
  }
}

/** Undefined where there are no locks: no binary of the package for this system, or a file system that has none. */
async function tryLock(fd: number): Promise<boolean | undefined> {
  try {
    const { tryLock } = await import('fs-native-extensions');
    return tryLock(fd, offset, length);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

async function readRecord(fd: number): Promise<LockHolder | undefined> {
  const buffer = Buffer.alloc(maxRecordBytes);
  const { bytesRead } = await call.read(fd, buffer, 0, maxRecordBytes, 0);
  return parseHolder(buffer.toString('utf8', 0, bytesRead));
}

async function writeRecord(fd: number, text: string): Promise<void> {
  await call.truncate(fd, 0);
  await call.write(fd, Buffer.from(text), 0, Buffer.byteLength(text), 0);
}
