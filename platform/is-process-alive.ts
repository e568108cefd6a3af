import { errorCode } from './error-code.js';

/** Whether a process of this machine has that number; EPERM: one of another user. A reused number counts as alive. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
