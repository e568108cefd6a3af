import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { takeFileLock } from './file-lock.js';
import { takeLease, type LeasePace } from './lease.js';
import { isLocalFileSystem } from './local-file-system.js';

const askEveryMs = 100;

export type HeldLock = { release(): Promise<void> };

type Waiting = {
  /** Asked while another process holds the lock; `true` ends the wait without it. */
  isNeedless: () => Promise<boolean>;
  /** Called once, when another process holds the lock. */
  onWait: () => void;
  signal?: AbortSignal | undefined;
  /** For tests: whether the system's locks on files there can be trusted, and how a lease beats. */
  isLocal?: (folder: string) => Promise<boolean>;
  pace?: LeasePace;
};

/**
 * Takes a lock that saves work that another process is doing; where nothing breaks if two hold it. On a network file
 * system it is a lease, since a lock of a machine that has gone may never end there. Undefined when the lock is not
 * needed any more.
 */
export async function waitForLock(file: string, waiting: Waiting): Promise<HeldLock | undefined> {
  const { isNeedless, signal, pace } = waiting;
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const isLocal = await (waiting.isLocal ?? isLocalFileSystem)(folder);
  let isTold = false;

  function onWait(): void {
    if (!isTold) waiting.onWait();
    isTold = true;
  }

  for (;;) {
    if (isLocal) {
      const taken = await takeFileLock(file);
      if ('lock' in taken) return taken.lock;
    } else {
      const taken = await takeLease(file, { onLost: () => undefined, onWait, signal, ...(pace && { pace }) });
      if ('lease' in taken) return taken.lease;
    }
    onWait();
    if (await isNeedless()) return undefined;
    await delay(askEveryMs, undefined, signal ? { signal } : {});
  }
}
