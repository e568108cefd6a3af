import { execFile } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { defined } from './defined.js';
import { errorCode, exitCode, isFileMissing } from './error-code.js';

const run = promisify(execFile);

/**
 * A process, what tells it from a later one that was given the same number, and on Linux the PID namespace that its
 * number counts in: two containers that start at the same moment may well have a process 7 of the same start time.
 */
export const processRecordSchema = z.object({
  pid: z.int().positive(),
  identity: z.string(),
  namespace: z.string().optional(),
});
export type ProcessRecord = z.infer<typeof processRecordSchema>;

/** Boot and start time of a process as text; undefined when no such process runs. */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return linuxIdentity(pid);
  if (process.platform === 'win32') return windowsIdentity(pid);
  return psIdentity(pid);
}

export async function processRecord(pid: number): Promise<ProcessRecord | undefined> {
  const identity = await processIdentity(pid);
  return identity === undefined ? undefined : { pid, identity, ...defined({ namespace: pidNamespace() }) };
}

/**
 * Whether exactly this process is seen to run; a zombie does not. One of another PID namespace or machine is never seen:
 * "no" does not mean that it has ended.
 */
export async function isRunning(record: ProcessRecord): Promise<boolean> {
  return countsHere(record) && (await processIdentity(record.pid)) === record.identity;
}

/** Whether the process is known to have ended: one of this boot and PID namespace that does not run. */
export async function hasEnded(record: ProcessRecord): Promise<boolean> {
  if (record.namespace === undefined || !countsHere(record) || !showsOwnNamespace()) return false;
  return record.identity.startsWith(`${await bootId()} `) && !(await isRunning(record));
}

/** The PID namespace of this process; undefined where the system has none, or hides it. */
export function pidNamespace(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

/** Not so in a namespace that was made without mounting /proc anew. */
function showsOwnNamespace(): boolean {
  return readlinkSync('/proc/self') === String(process.pid);
}

/** Records of earlier releases name no namespace. */
function countsHere({ namespace }: ProcessRecord): boolean {
  return namespace === undefined || namespace === pidNamespace();
}

async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
}

async function linuxIdentity(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces and parentheses; state is field 3, start time (ticks) field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${await bootId()} ${fields[19] ?? ''}`;
  } catch (error) {
    if (isFileMissing(error) || errorCode(error) === 'ESRCH') return undefined;
    throw error;
  }
}

async function psIdentity(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } });
    const [state, ...started] = stdout.trim().split(/\s+/);
    return state === undefined || state.startsWith('Z') ? undefined : started.join(' ');
  } catch (error) {
    // ps ends with 1 when there is no such process.
    if (exitCode(error) === 1) return undefined;
    throw error;
  }
}

/** Without a start time, a reused number counts as the same process. EPERM: it belongs to another user. */
function windowsIdentity(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
    return 'running';
  } catch (error) {
    return errorCode(error) === 'EPERM' ? 'running' : undefined;
  }
}
