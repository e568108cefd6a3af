import { errorCode } from '../platform/error-code.js';
import { isRunning, type ProcessRecord } from '../platform/process-identity.js';
import { waitUntil } from './wait-until.js';

/** Sends the signal, waits `graceMs`, then kills; returns when the process is gone. Another process is never hit. */
export async function stopProcess(
  record: ProcessRecord,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  if (!(await isRunning(record))) return;
  sendSignal(record.pid, signal);
  if (await waitUntil(async () => !(await isRunning(record)), graceMs)) return;
  sendSignal(record.pid, 'SIGKILL');
  await waitUntil(async () => !(await isRunning(record)), 5_000);
}

/** A process that has gone in the meantime is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
