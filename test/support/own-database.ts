// A PostgreSQL of its own for a suite that stops it, fills its disk or kills it, while others use the shared one.
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../platform/error-code.js';
import { startLocalDatabase } from '../../stack/index.js';
import { query } from './servers-of-stacks.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from './test-servers.js';

export type OwnDatabase = {
  url: string;
  /** Of its cluster, and whose it is: the user that PostgreSQL runs as. */
  cluster: { folder: string; uid: number; gid: number };
  /** The postmaster's process number, which changes when it is started again. */
  pid(): number | undefined;
  /** SIGSTOP to the postmaster and all of its processes. Answers what lets them go on, or kills them. */
  freeze(): Promise<(signal?: 'SIGCONT' | 'SIGKILL') => void>;
  /** Leaves its data, on which another one can be started. */
  halt(): Promise<void>;
  stop(): Promise<void>;
};

/** @param data the folder of one that was halted; default: a new one */
export async function startOwnDatabase(data?: string): Promise<OwnDatabase> {
  const folder = data ?? path.join(await openTemporaryFolder('aethercast-own-'), 'data');
  const config = isolatedConfig(folder);
  const server = await startLocalDatabase({
    config,
    log: () => undefined,
    progress: () => undefined,
  });
  const url = server.databaseUrl;
  const [shown] = (await query(url, 'show data_directory')) as { data_directory: string }[];
  const cluster = shown?.data_directory ?? '';
  const { uid, gid } = await stat(cluster);

  return {
    url,
    cluster: { folder: cluster, uid, gid },
    pid: () => server.pids()['postgres'],
    async freeze() {
      const postmaster = server.pids()['postgres'];
      if (postmaster === undefined) throw new Error('the server does not run');
      // The postmaster first: it would start new ones.
      process.kill(postmaster, 'SIGSTOP');
      const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
      const all = [postmaster, ...children.split(' ').filter(Boolean).map(Number)];
      for (const each of all.slice(1)) process.kill(each, 'SIGSTOP');
      return (signal = 'SIGCONT') => {
        for (const each of all) send(each, signal);
      };
    },
    halt: () => server.stop(),
    async stop() {
      await server.stop();
      await removeStackData(config);
      await rm(path.dirname(folder), { recursive: true, force: true });
    },
  };
}

/** Those whose client had gone meanwhile end as soon as they can. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
