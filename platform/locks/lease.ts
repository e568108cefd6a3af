import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { readIfThere } from '../atomic-file.js';
import { errorCode, isFileMissing } from '../error-code.js';
import { hasEnded } from '../process-identity.js';
import { ownHolder, parseHolder, type LockHolder } from './lock-holder.js';

/** All in milliseconds. A holder gives up well before others may take its lease for stale. */
export type LeasePace = {
  /** How often the holder writes a new beat. */
  beatMs: number;
  /** A holder that could not write a beat for so long gives the lease up. */
  giveUpMs: number;
  /** A lease that did not change for so long, as seen by who waits for it, is stale. */
  staleMs: number;
};

/** Generous: clients of NFS and SMB may keep what they read for some seconds, and servers restart. */
const usualPace: LeasePace = { beatMs: 5_000, giveUpMs: 30_000, staleMs: 60_000 };

export type Lease = { release(): Promise<void> };

type Options = {
  /** Called once, when the lease could not be renewed, or another process has taken it. */
  onLost: (reason: string) => void;
  /** Called once, before the lease of a holder is watched that may be gone. */
  onWait?: () => void;
  signal?: AbortSignal | undefined;
  pace?: LeasePace;
};

type Attempt = { lease: Lease } | { holder: LockHolder | undefined };

/**
 * Takes a lease on a file that hosts share whose locks cannot be trusted. The holder writes a new beat into it every few
 * seconds. Whether a lease is stale is found by watching that it does not change, never by comparing the clocks of two
 * machines; so it takes a minute where the last holder did not release it, except where it is known to have ended.
 */
export async function takeLease(file: string, options: Options): Promise<Attempt> {
  const pace = options.pace ?? usualPace;
  const holder = await ownHolder();
  const id = randomUUID();
  for (;;) {
    if (await createExclusively(file, beatText(holder, id, 0))) {
      return { lease: keepBeating(file, holder, id, pace, options.onLost) };
    }
    const seen = await readIfThere(file);
    if (seen === undefined) continue;
    const other = parseHolder(seen);
    if (!other || !(await hasEnded(other))) {
      options.onWait?.();
      const changed = await changes(file, seen, pace, options.signal);
      if (changed !== undefined) return { holder: parseHolder(changed) ?? other };
    }
    await removeStale(file, seen);
  }
}

/** Whether there is a lease, and whose; its holder may be gone without having released it. */
export async function isLeased(file: string): Promise<{ holder: LockHolder | undefined } | undefined> {
  const seen = await readIfThere(file);
  if (seen === undefined) return undefined;
  const holder = parseHolder(seen);
  return holder && (await hasEnded(holder)) ? undefined : { holder };
}

/** Its new text as soon as it changes; undefined when it stays the same until it is stale, or goes. */
async function changes(
  file: string,
  seen: string,
  { staleMs, beatMs }: LeasePace,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const staleAt = performance.now() + staleMs;
  while (performance.now() < staleAt) {
    await delay(Math.min(beatMs, 1_000), undefined, signal ? { signal } : {});
    const now = await readIfThere(file);
    if (now !== seen) return now;
  }
  return undefined;
}

function keepBeating(
  file: string,
  holder: LockHolder,
  id: string,
  { beatMs, giveUpMs }: LeasePace,
  onLost: (reason: string) => void,
): Lease {
  let beats = 0;
  let renewedAt = performance.now();
  let beating: Promise<void> | undefined;
  let isOver = false;

  function lose(reason: string): void {
    clearInterval(timer);
    if (!isOver) onLost(reason);
    isOver = true;
  }

  async function beat(): Promise<void> {
    const found = idOf((await readIfThere(file)) ?? '');
    if (found !== id) lose('another process has taken it');
    else {
      await writeInPlace(file, beatText(holder, id, (beats += 1)));
      renewedAt = performance.now();
    }
  }

  // Looked at by the clock, not when a write fails: a file server that is away lets it hang.
  function tick(): void {
    if (performance.now() - renewedAt > giveUpMs) {
      lose(`it could not be renewed for ${giveUpMs / 1_000} seconds`);
      return;
    }
    beating ??= beat()
      .catch((error: unknown) => {
        // A full disk or a server that is away: tried again with the next beat, until it is given up.
        if (errorCode(error) === undefined) throw error;
      })
      .finally(() => (beating = undefined));
  }

  const timer = setInterval(tick, beatMs);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      isOver = true;
      await Promise.race([beating, delay(beatMs, undefined, { ref: false })]);
      if (idOf((await readIfThere(file)) ?? '') === id) await rm(file, { force: true });
    },
  };
}

function beatText(holder: LockHolder, id: string, beat: number): string {
  return JSON.stringify({ ...holder, id, beat: String(beat).padStart(12, '0') });
}

const idSchema = z.object({ id: z.string() });

function idOf(text: string): string | undefined {
  return parseHolder(text) && idSchema.safeParse(JSON.parse(text)).data?.id;
}

/** Atomic on NFS, too; a hard link, as our other files are made with, is not to be had everywhere. */
async function createExclusively(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Not by renaming a new file into place: NFS clients may go on seeing the old one for a minute. And over the old text,
 * which is as long: a full disk leaves that one instead of none.
 */
async function writeInPlace(file: string, text: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.write(text, 0);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Moved aside first: when another process was quicker, what is moved is its lease, and goes back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isFileMissing(error)) return;
    throw error;
  }
  const moved = await readFile(aside, 'utf8');
  if (moved !== stale) await createExclusively(file, moved);
  await rm(aside, { force: true });
}
