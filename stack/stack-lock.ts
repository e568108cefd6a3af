import { AethercastError } from '../platform/aethercast-error.js';
import { defined } from '../platform/defined.js';
import type { ProcessRecord } from '../platform/process-identity.js';
import { takeProcessLock, type ProcessLock } from '../platform/process-lock.js';
import { readStackFile } from './stack-file.js';
import type { StackPaths } from './stack-paths.js';

/** Makes this process the only one that runs a stack on the data folder. Throws STACK_ALREADY_RUNNING. */
export async function takeStackLock(paths: StackPaths): Promise<ProcessLock> {
  const taken = await takeProcessLock(paths.lock);
  if ('lock' in taken) return taken.lock;
  throw await alreadyRunning(paths, taken.holder);
}

async function alreadyRunning(paths: StackPaths, holder: ProcessRecord): Promise<AethercastError> {
  const stack = await readStackFile(paths.stackFile);
  const address = stack?.pid === holder.pid ? stack.gatewayUrl : undefined;
  return new AethercastError('STACK_ALREADY_RUNNING', {
    message:
      `Another Aethercast (process ${holder.pid}) is running on the data folder ${paths.data}` +
      `${address === undefined ? '' : `, at ${address}`}. ` +
      `Use that one, stop it (Ctrl-C in its terminal, or: kill ${holder.pid}), or set AETHERCAST_DATA to another folder to run a second one.`,
    details: defined({ pid: holder.pid, folder: paths.data, address }),
  });
}
