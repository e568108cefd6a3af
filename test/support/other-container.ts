import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A command that runs another one as a second container on the same volume would: it sees no process of ours and no
 * shared memory, but the same files and the same network. Everything in it ends with the command.
 */
export const inOtherContainer = ['unshare', '--pid', '--ipc', '--fork', '--mount-proc', '--kill-child'];

/** Why that cannot be done here; undefined where it can. */
export async function whyNoOtherContainer(): Promise<string | undefined> {
  const [command = '', ...args] = inOtherContainer;
  try {
    await run(command, [...args, 'true']);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message.trim() : String(error);
    return `PID namespaces cannot be made here, which takes Linux, unshare and root (${why})`;
  }
}
