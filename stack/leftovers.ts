import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isFileMissing } from '../platform/error-code.js';
import { readJson } from '../platform/atomic-file.js';
import { isRunning, processRecordSchema, type ProcessRecord } from '../platform/process-identity.js';
import type { StackPaths } from './stack-paths.js';
import { stopProcess } from './stop-process.js';

/** A worker's steps survive being killed; waiting for its whole grace would only delay the recovery. */
const serviceGraceMs = 3_000;

/**
 * Stops what a supervisor that was killed left running on this data folder: its services first, then its servers.
 * A process is known by number, start time and PID namespace together, so a stranger with a reused number is never
 * touched. What another container runs there is not seen, and its records stay as they are.
 */
export async function stopLeftovers(
  paths: Pick<StackPaths, 'run'>,
  log: (line: string) => void,
): Promise<void> {
  const left = await findLeftovers(paths);
  for (const group of [left.filter((one) => !isServer(one)), left.filter(isServer)]) {
    await Promise.all(group.map((one) => stopLeftover(one, log)));
  }
}

function isServer({ name }: Leftover): boolean {
  return name === 'postgres' || name === 'temporal';
}

type Leftover = { name: string; file: string; record: ProcessRecord };

async function stopLeftover({ name, file, record }: Leftover, log: (line: string) => void): Promise<void> {
  log(`[stack] Stopping ${name} (process ${record.pid}), which an earlier run left behind.`);
  if (name === 'postgres') await stopProcess(record, 'SIGINT', 10_000);
  // Temporal's own shutdown takes over a second and adds nothing: its file survives being killed.
  else if (name === 'temporal') await stopProcess(record, 'SIGKILL', 5_000);
  else await stopProcess(record, 'SIGTERM', serviceGraceMs);
  await rm(file, { force: true });
}

async function findLeftovers({ run }: Pick<StackPaths, 'run'>): Promise<Leftover[]> {
  const found: Leftover[] = [];
  for (const fileName of await pidFiles(run)) {
    const file = path.join(run, fileName);
    const record = processRecordSchema.safeParse(await readJson(file)).data;
    if (record && record.pid !== process.pid && (await isRunning(record)))
      found.push({ name: path.basename(file, '.pid'), file, record });
  }
  return found;
}

/** Removes the records of what has ended; for who holds the data folder alone. */
export async function removeRecords(paths: StackPaths): Promise<void> {
  for (const fileName of await pidFiles(paths.run)) await rm(path.join(paths.run, fileName), { force: true });
}

async function pidFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.pid'));
  } catch (error) {
    if (isFileMissing(error)) return [];
    throw error;
  }
}
