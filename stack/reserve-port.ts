import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorCode } from '../platform/error-code.js';
import { takeFileLock, type FileLock } from '../platform/locks/index.js';

/**
 * Takes a free port for this process; undefined when it is in use. Between the choice of a port and the moment its
 * server listens lie seconds, so a second stack must not choose it too: its gateway could not start, and its question
 * whether that is ready would be answered by ours. A lock in the temporary folder tells the stacks of each other, also
 * those of containers that share that folder and the network.
 */
export async function reservePort(port: number): Promise<FileLock | undefined> {
  const lock = await portLock(port);
  if (!lock) return undefined;
  if (await isPortFree(port)) return lock;
  await lock.release();
  return undefined;
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export function portLockFile(port: number): string {
  return path.join(tmpdir(), `aethercast-port-${port}.lock`);
}

async function portLock(port: number): Promise<FileLock | undefined> {
  try {
    const taken = await takeFileLock(portLockFile(port));
    return 'lock' in taken ? taken.lock : undefined;
  } catch (error) {
    // A lock of another user can be neither read nor removed; his port counts as taken.
    if (['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}
