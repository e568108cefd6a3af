import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { isFileMissing, systemErrorCode } from '../file-errors.js';
import { readIfThere } from './atomic-file.js';
import { processRecord } from './process-identity.js';
import { stopProcess } from './stop-process.js';

const run = promisify(execFile);

/**
 * Clears the way for a new server on the cluster. `postmaster.pid` of a server that still runs there: it is stopped.
 * Of another program that was given the number after a power cut: removed, as PostgreSQL would refuse to start
 * beside it. Of no process: left, because PostgreSQL uses it to recognise children that outlive their server.
 */
export async function clearPostmaster(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  const pid = Number((await readIfThere(file))?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const record = await processRecord(pid);
  if (!record) return;
  if ((await commandLine(pid)).includes(cluster)) await stopProcess(record, 'SIGINT', 10_000);
  else await rm(file, { force: true });
}

async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux')
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch (error) {
    if (isFileMissing(error) || systemErrorCode(error) === 'ESRCH') return '';
    if (error instanceof Error && 'code' in error && error.code === 1) return '';
    throw error;
  }
}
