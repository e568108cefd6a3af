import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCode, exitCode, isFileMissing } from '../platform/error-code.js';
import { readIfThere } from '../platform/atomic-file.js';
import { processRecord } from '../platform/process-identity.js';
import { stopProcess } from './stop-process.js';

const run = promisify(execFile);

/**
 * Clears the way for a new server on the cluster. `postmaster.pid` of a server that still runs there: it is stopped.
 * Of another program that was given the number after a power cut, or of a zombie that no one reaps (a container
 * without init): PostgreSQL would refuse to start beside it, so the number is replaced by ours. PostgreSQL never takes
 * its parent for another server, and goes on to its real check, whether children of the old server still hold its memory.
 */
export async function clearPostmaster(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  const text = await readIfThere(file);
  const [first, ...rest] = text?.split('\n') ?? [];
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return;
  const record = await processRecord(pid);
  if (record && (await commandLine(pid)).includes(cluster)) await stopProcess(record, 'SIGINT', 10_000);
  if ((await readIfThere(file)) === text) await writeFile(file, [process.pid, ...rest].join('\n'));
}

async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux')
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch (error) {
    if (isFileMissing(error) || errorCode(error) === 'ESRCH' || exitCode(error) === 1) return '';
    throw error;
  }
}
