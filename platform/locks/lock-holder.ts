import { hostname } from 'node:os';
import { z } from 'zod';
import { processRecord, processRecordSchema } from '../process-identity.js';

/** What a lock file says of the process that has the lock. Other releases and other hosts write it, too. */
const lockHolderSchema = processRecordSchema.extend({
  host: z.string().optional(),
  since: z.string().optional(),
});
export type LockHolder = z.infer<typeof lockHolderSchema>;

/** This process, from now on. */
export async function ownHolder(): Promise<LockHolder> {
  const record = (await processRecord(process.pid)) ?? { pid: process.pid, identity: '' };
  return { ...record, host: hostname(), since: new Date().toISOString() };
}

/** Undefined for an empty file, and for one that is damaged or half written. */
export function parseHolder(text: string): LockHolder | undefined {
  try {
    return lockHolderSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** As far as it is known: "process 12 on host web-1, since 2026-11-30T18:00:12.000Z". */
export function describeHolder(holder: LockHolder | undefined): string {
  if (holder === undefined) return 'an unknown process';
  const { pid, host, since } = holder;
  return `process ${pid}${host === undefined ? '' : ` on host ${host}`}${since === undefined ? '' : `, since ${since}`}`;
}
