// Lock files: each holds the record of the process that has taken it.
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { createFile, readIfThere } from './atomic-file.js';
import { errorCode, isFileMissing } from './error-code.js';
import { isRunning, processRecord, processRecordSchema, type ProcessRecord } from './process-identity.js';

const askEveryMs = 100;
const touchEveryMs = 1_000;
/** A shared lock that its holder has not touched for this long is stale, wherever the holder ran. */
const staleAfterMs = 10_000;

export type ProcessLock = { release(): Promise<void> };

type Attempt = { lock: ProcessLock } | { holder: ProcessRecord };

type Holder = z.infer<typeof holderSchema>;
const holderSchema = processRecordSchema.extend({ host: z.string().optional() });

type Waiting = {
  /** Asked while another process holds the lock; `true` ends the wait without it. */
  isNeedless: () => Promise<boolean>;
  /** Called once, when another process holds the lock. */
  onWait: () => void;
  signal?: AbortSignal | undefined;
};

/**
 * Takes a lock file of this host for this process, or says who holds it. A lock whose process is gone (power cut,
 * kill -9) is taken over, also when another program has its number by now.
 */
export function takeProcessLock(file: string): Promise<Attempt> {
  return attempt(file, async (holder) => !(await isRunning(holder)));
}

/**
 * Takes a lock file that processes of other hosts may take too, waiting while one of them holds it. Undefined when
 * the lock is not needed any more.
 */
export async function waitForProcessLock(file: string, waiting: Waiting): Promise<ProcessLock | undefined> {
  const { isNeedless, onWait, signal } = waiting;
  await mkdir(path.dirname(file), { recursive: true });
  for (let asked = 0; ; asked += 1) {
    const attempted = await attempt(file, (holder) => isSharedLockStale(file, holder));
    if ('lock' in attempted) return keepTouching(file, attempted.lock);
    if (asked === 0) onWait();
    if (await isNeedless()) return undefined;
    await delay(askEveryMs, undefined, signal ? { signal } : {});
  }
}

async function attempt(file: string, isStale: (holder: Holder) => Promise<boolean>): Promise<Attempt> {
  const record = await processRecord(process.pid);
  const text = JSON.stringify({ ...record, host: hostname(), id: randomUUID() });
  for (;;) {
    if (await createFile(file, text)) return { lock: { release: () => release(file, text) } };
    const held = await readIfThere(file);
    if (held === undefined) continue;
    const holder = parseHolder(held);
    if (holder && !(await isStale(holder))) return { holder };
    await removeStale(file, held);
  }
}

/** A process of another host cannot be looked up; whether it still touches its lock can. */
async function isSharedLockStale(file: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname() && !(await isRunning(holder))) return true;
  try {
    return Date.now() - (await stat(file)).mtimeMs > staleAfterMs;
  } catch (error) {
    if (isFileMissing(error)) return false;
    throw error;
  }
}

function keepTouching(file: string, lock: ProcessLock): ProcessLock {
  const timer = setInterval(() => void touch(file), touchEveryMs);
  timer.unref();
  return {
    release() {
      clearInterval(timer);
      return lock.release();
    },
  };
}

async function touch(file: string): Promise<void> {
  try {
    await utimes(file, new Date(), new Date());
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

/** Moved aside first: when another process was quicker, what is moved is its lock, and goes back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isFileMissing(error)) return;
    throw error;
  }
  const moved = await readIfThere(aside);
  if (moved !== undefined && moved !== stale) await createFile(file, moved);
  await rm(aside, { force: true });
}

async function release(file: string, text: string): Promise<void> {
  if ((await readIfThere(file)) === text) await rm(file, { force: true });
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
