import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { AethercastError } from '../aethercast-error.js';
import { isFileMissing } from '../file-errors.js';
import { createFile, readIfThere } from './atomic-file.js';
import { isRunning, processRecord, processRecordSchema, type ProcessRecord } from './process-identity.js';
import { readStackFile } from './stack-file.js';
import type { StackPaths } from './stack-paths.js';

export type StackLock = { release(): Promise<void> };

/**
 * Makes this process the only one that runs a stack on the data folder. A lock whose process is gone (power cut,
 * kill -9), even when another program has its number by now, is taken over. Throws STACK_ALREADY_RUNNING.
 */
export async function takeStackLock(paths: StackPaths): Promise<StackLock> {
  const text = JSON.stringify(await processRecord(process.pid));
  for (;;) {
    if (await createFile(paths.lock, text)) return { release: () => releaseLock(paths.lock, text) };
    const held = await readIfThere(paths.lock);
    if (held === undefined) continue;
    const holder = parseHolder(held);
    if (holder && (await isRunning(holder))) throw await alreadyRunning(paths, holder);
    await removeStale(paths.lock, held);
  }
}

/** Moved aside first: when another starter was quicker, what is moved is its lock, and goes back. */
async function removeStale(lock: string, stale: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (isFileMissing(error)) return;
    throw error;
  }
  const moved = await readIfThere(aside);
  if (moved !== undefined && moved !== stale) await createFile(lock, moved);
  await rm(aside, { force: true });
}

async function releaseLock(lock: string, text: string): Promise<void> {
  if ((await readIfThere(lock)) === text) await rm(lock, { force: true });
}

function parseHolder(text: string): ProcessRecord | undefined {
  try {
    return processRecordSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function alreadyRunning(paths: StackPaths, holder: ProcessRecord): Promise<AethercastError> {
  const stack = await readStackFile(paths.stackFile);
  const address = stack?.pid === holder.pid ? stack.gatewayUrl : undefined;
  return new AethercastError('STACK_ALREADY_RUNNING', {
    message:
      `Another Aethercast (process ${holder.pid}) is running on the data folder ${paths.data}` +
      `${address === undefined ? '' : `, at ${address}`}. ` +
      `Use that one, stop it (Ctrl-C in its terminal, or: kill ${holder.pid}), or set AETHERCAST_DATA to another folder to run a second one.`,
    details: { pid: holder.pid, folder: paths.data, ...(address === undefined ? {} : { address }) },
  });
}
