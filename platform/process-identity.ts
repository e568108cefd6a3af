import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { errorCode, exitCode, isFileMissing } from './error-code.js';

const run = promisify(execFile);

/** A process and what tells it from a later one that was given the same number. */
export const processRecordSchema = z.object({ pid: z.int().positive(), identity: z.string() });
export type ProcessRecord = z.infer<typeof processRecordSchema>;

/** Boot and start time of a process as text; undefined when no such process runs. */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return linuxIdentity(pid);
  if (process.platform === 'win32') return windowsIdentity(pid);
  return psIdentity(pid);
}

export async function processRecord(pid: number): Promise<ProcessRecord | undefined> {
  const identity = await processIdentity(pid);
  return identity === undefined ? undefined : { pid, identity };
}

/** Whether exactly this process still runs; a zombie does not. */
export async function isRunning(record: ProcessRecord): Promise<boolean> {
  return (await processIdentity(record.pid)) === record.identity;
}

async function linuxIdentity(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces and parentheses; state is field 3, start time (ticks) field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${fields[19] ?? ''}`;
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
