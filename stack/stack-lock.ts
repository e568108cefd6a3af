import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Progress } from '../platform/assets/index.js';
import type { Config } from '../platform/config/load-config.js';
import { defined } from '../platform/defined.js';
import {
  describeHolder,
  isFileLocked,
  isLeased,
  isLocalFileSystem,
  takeFileLock,
  takeLease,
  type FileLock,
  type LeasePace,
  type LockHolder,
} from '../platform/locks/index.js';
import { hasEnded, isRunning } from '../platform/process-identity.js';
import { removeRecords, stopLeftovers } from './leftovers.js';
import { readStackFile } from './stack-file.js';
import { stackPaths, type StackPaths } from './stack-paths.js';

/** Processes that are about to end, such as PostgreSQL's own children after it was killed, get so long to do it. */
const usualEndingMs = 5_000;
const askEveryMs = 50;

export type StackLock = {
  /** Given to every process of the stack: the data folder is in use until the last of them has ended. */
  readonly fd: number;
  /** Whether a lease says that the folder is in use, which nobody renews when this process is killed. */
  readonly isLeased: boolean;
  /** Says why the data folder is not ours any more, if that happens; only where locks cannot be trusted. */
  readonly lost: Promise<AethercastError>;
  release(): Promise<void>;
};

export type StackLockOptions = {
  log: (line: string) => void;
  progress: Progress;
  signal?: AbortSignal | undefined;
  /** For tests: whether the system's locks on files there can be trusted, and how a lease beats. */
  isLocal?: ((folder: string) => Promise<boolean>) | undefined;
  pace?: LeasePace | undefined;
  /** For tests: what processes that are about to end get. */
  endingMs?: number | undefined;
};

/**
 * Makes this process the only one that runs a stack on the data folder. What a supervisor that was killed left running
 * is stopped first. On a network file system, or where the system grants no locks, a lease is taken, too.
 * Throws STACK_ALREADY_RUNNING; STACK_DATA_IN_USE for a stack that cannot be seen from here. Nothing is changed then.
 */
export async function takeStackLock(paths: StackPaths, options: StackLockOptions): Promise<StackLock> {
  // One at a time: a second one to find out could take a server that the first has just started for a leftover.
  const starting = await takeFileLock(paths.startLock);
  if (!('lock' in starting)) throw await alreadyRunning(paths, starting.holder);
  try {
    const lock = await takeOver(
      paths.data,
      paths.lock,
      async (holder) => {
        if (holder && (await isRunning(holder))) throw await alreadyRunning(paths, holder);
        await stopLeftovers(paths, options.log);
      },
      options.endingMs,
    );
    let taken = withoutLease(lock);
    try {
      const isTrusted = lock.isGranted && (await (options.isLocal ?? isLocalFileSystem)(paths.data));
      if (!isTrusted) taken = await withLease(paths, lock, options);
      // Where locks are not passed on to children, or an earlier release took none, they are only on record.
      await stopLeftovers(paths, options.log);
      await removeRecords(paths);
      return taken;
    } catch (error) {
      await taken.release();
      throw error;
    }
  } finally {
    await starting.lock.release();
  }
}

/**
 * Who has the data folder, also where its processes cannot be seen from here. A lease that its holder did not release
 * counts, although the holder may be gone.
 */
export async function findStackHolder(
  config: Config,
): Promise<{ holder: LockHolder | undefined } | undefined> {
  const paths = stackPaths(config);
  return (await isFileLocked(paths.lock)) ?? (await isLeased(paths.lease));
}

/** Takes the lock of a folder outside the data folder that holds the database; PostgreSQL gets it, too. */
export function takeDatabaseLock(folder: string): Promise<FileLock> {
  return takeOver(folder, path.join(folder, 'postgres.lock'), () => Promise.resolve());
}

/** Takes the lock of a folder from processes that are about to end, and those of no one else. */
async function takeOver(
  folder: string,
  file: string,
  whileHeld: (holder: LockHolder | undefined) => Promise<void>,
  endingMs = usualEndingMs,
): Promise<FileLock> {
  const giveUpAt = performance.now() + endingMs;
  for (;;) {
    const taken = await takeFileLock(file, { keep: true });
    if ('lock' in taken) return taken.lock;
    await whileHeld(taken.holder);
    if (performance.now() > giveUpAt) throw await inUse(folder, taken.holder);
    await delay(askEveryMs);
  }
}

function withoutLease(lock: FileLock): StackLock {
  return { fd: lock.fd, isLeased: false, lost: new Promise(() => undefined), release: () => lock.release() };
}

async function withLease(paths: StackPaths, lock: FileLock, options: StackLockOptions): Promise<StackLock> {
  const { progress, signal, pace } = options;
  let lose: ((error: AethercastError) => void) | undefined;
  const lost = new Promise<AethercastError>((resolve) => (lose = resolve));
  const taken = await takeLease(paths.lease, {
    onLost: (reason) => lose?.(leaseLost(paths.data, reason)),
    onWait: () =>
      progress(
        `File locks cannot be trusted in ${paths.data}, and there is a lease of another Aethercast. Watching for up to a minute whether it is renewed.`,
      ),
    ...defined({ signal, pace }),
  });
  if (!('lease' in taken)) throw await inUse(paths.data, taken.holder);
  return {
    fd: lock.fd,
    isLeased: true,
    lost,
    async release() {
      await taken.lease.release();
      await lock.release();
    },
  };
}

async function alreadyRunning(paths: StackPaths, holder: LockHolder | undefined): Promise<AethercastError> {
  const stack = await readStackFile(paths.stackFile);
  const address = stack?.pid === holder?.pid ? stack?.gatewayUrl : undefined;
  const pid = holder?.pid;
  const [who, how] =
    pid === undefined
      ? ['', 'stop it']
      : [` (process ${pid})`, `stop it (Ctrl-C in its terminal, or: kill ${pid})`];
  return new AethercastError('STACK_ALREADY_RUNNING', {
    message:
      `Another Aethercast${who} is running on the data folder ${paths.data}` +
      `${address === undefined ? '' : `, at ${address}`}. ` +
      `Use that one, ${how}, or set AETHERCAST_DATA to another folder to run a second one.`,
    details: defined({ pid, folder: paths.data, address }),
  });
}

/** @param folder what is in use: the data folder, or the one that stands in for it. */
async function inUse(folder: string, holder: LockHolder | undefined): Promise<AethercastError> {
  const who = describeHolder(holder);
  const what =
    holder && (await hasEnded(holder))
      ? `${folder} is still in use by programs that an Aethercast left running (${who}). Wait until they have ended, or stop them, and start again.`
      : `${folder} is in use by an Aethercast that cannot be seen from here, in another container or on another machine (${who}). Stop it there, or set AETHERCAST_DATA to another folder. Nothing was changed.`;
  return new AethercastError('STACK_DATA_IN_USE', {
    message: what,
    details: defined({ folder, pid: holder?.pid, host: holder?.host, since: holder?.since }),
  });
}

function leaseLost(folder: string, reason: string): AethercastError {
  return new AethercastError('STACK_DATA_IN_USE', {
    message: `Aethercast has stopped, because its lease on ${folder} was lost: ${reason}. Start it again when the folder can be written and no other Aethercast uses it.`,
    details: { folder },
  });
}
