import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createFile } from '../atomic-file.js';
import { isFileMissing, errorCode } from '../error-code.js';
import { isProcessAlive } from '../is-process-alive.js';

const touchEveryMs = 1_000;
/** A holder that has not touched its lock for this long is gone, wherever it ran. */
const staleAfterMs = 10_000;

export type CacheLock = { release(): Promise<void> };

/**
 * Takes a lock file beside an asset, waiting while another process holds it. It only saves a second download: files
 * are renamed into place whole, so even two holders at once could not damage anything.
 * @param arrived asked while waiting; `true` ends the wait without the lock (the answer is then undefined).
 */
export async function takeCacheLock(
  file: string,
  arrived: () => Promise<boolean>,
  onWait: () => void,
  signal?: AbortSignal,
): Promise<CacheLock | undefined> {
  await mkdir(path.dirname(file), { recursive: true });
  const text = JSON.stringify({ host: hostname(), pid: process.pid, id: randomUUID() });
  let waiting = false;
  while (!(await createFile(file, text))) {
    if (await isStale(file)) {
      await moveAway(file);
      continue;
    }
    if (!waiting) onWait();
    waiting = true;
    if (await arrived()) return undefined;
    await delay(100, undefined, signal ? { signal } : {});
  }
  const timer = setInterval(() => void touch(file), touchEveryMs);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      if ((await readOrUndefined(file)) === text) await rm(file, { force: true });
    },
  };
}

async function isStale(file: string): Promise<boolean> {
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as { host?: unknown; pid?: unknown };
    if (holder.host === hostname() && typeof holder.pid === 'number' && !isProcessAlive(holder.pid))
      return true;
    return Date.now() - (await stat(file)).mtimeMs > staleAfterMs;
  } catch (error) {
    if (isFileMissing(error)) return false;
    if (error instanceof SyntaxError) return true;
    throw error;
  }
}

async function moveAway(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (!isFileMissing(error)) throw error;
  }
}

async function touch(file: string): Promise<void> {
  try {
    await utimes(file, new Date(), new Date());
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

async function readOrUndefined(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isFileMissing(error)) return undefined;
    throw error;
  }
}
