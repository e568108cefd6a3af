import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { isFileMissing } from '../platform/error-code.js';
import { createFile, readIfThere } from '../platform/atomic-file.js';
import { isRunning, processRecord, processRecordSchema, type ProcessRecord } from './process-identity.js';

export type ProcessLock = { release(): Promise<void> };

/**
 * Takes a lock file for this process, or says who holds it. A lock whose process is gone (power cut, kill -9), even
 * when another program has its number by now, is taken over.
 */
export async function takeProcessLock(
  file: string,
): Promise<{ lock: ProcessLock } | { holder: ProcessRecord }> {
  const text = JSON.stringify({ ...(await processRecord(process.pid)), id: randomUUID() });
  for (;;) {
    if (await createFile(file, text)) return { lock: { release: () => release(file, text) } };
    const held = await readIfThere(file);
    if (held === undefined) continue;
    const holder = parseHolder(held);
    if (holder && (await isRunning(holder))) return { holder };
    await removeStale(file, held);
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

function parseHolder(text: string): ProcessRecord | undefined {
  try {
    return processRecordSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
