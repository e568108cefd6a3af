// Threads for work that grows with what people send: reading documents and feeds, writing scripts, comparing articles.
// Shared by the agents and models, and imports none of them (activities/README.md).
import { FairQueue, type Claimant, type Shares } from './fair-queue.js';
import { WorkThread } from './work-thread.js';

export type WorkOptions = {
  /** Whose turn it takes. Work of nobody in particular takes turns of its own. */
  claimant?: Claimant | undefined;
  /** Counted from when the work begins, not while it waits for a thread. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
};

export interface WorkThreads {
  /**
   * Has a task done in a thread, by the default export of the module at `url`. An AethercastError that is thrown there
   * arrives as one.
   * @throws StoppedWork when the thread had to be ended; the signal's reason when aborted, which ends the thread, too
   */
  run(url: URL, task: unknown, options: WorkOptions): Promise<unknown>;
  /** Ends all threads. */
  close(): Promise<void>;
}

/** One run may have two tasks at work, and one owner three: the fourth thread is for the others. */
const usualShares: Shares = { all: 4, owner: 3, run: 2 };

/** Of the buffers that a task makes, MiB. */
const usualBuffersMb = 256;

type Job = {
  url: URL;
  task: unknown;
  timeoutMs: number;
  resolve: (result: unknown) => void;
  reject: (reason: unknown) => void;
  /** Where it is done; absent while it waits. */
  thread?: WorkThread;
};

/** Threads start when there is work, and end when they are idle. */
export function createWorkThreads(limits: { shares?: Shares; buffersMb?: number } = {}): WorkThreads {
  const queue = new FairQueue<Job>(limits.shares ?? usualShares);
  const buffersMb = limits.buffersMb ?? usualBuffersMb;
  const threads = new Set<WorkThread>();
  let nobodies = 0;

  function giveTurns(): void {
    for (let turn = queue.next(); turn !== undefined; turn = queue.next())
      void work(turn.item, turn.claimant);
  }

  async function work(job: Job, claimant: Claimant): Promise<void> {
    const thread = freeThread(job.url);
    job.thread = thread;
    try {
      job.resolve(await thread.perform(job));
    } catch (error) {
      job.reject(error);
    } finally {
      queue.finished(claimant);
      giveTurns();
    }
  }

  function freeThread(url: URL): WorkThread {
    const free = [...threads].filter((thread) => thread.isFree());
    // One that has loaded the module, if there is one: models take a while.
    const known = free.find((thread) => thread.knows(url)) ?? free[0];
    if (known !== undefined) return known;
    const thread = new WorkThread(buffersMb, () => threads.delete(thread));
    threads.add(thread);
    return thread;
  }

  function enqueue(job: Job, claimant: Claimant): void {
    queue.push(job, claimant);
    giveTurns();
  }

  return {
    async run(url, task, { timeoutMs, signal, claimant }) {
      signal?.throwIfAborted();
      let job: Job | undefined;
      function abort(): void {
        if (job === undefined) return;
        if (queue.remove(job)) job.reject(signal?.reason);
        else void job.thread?.end(signal?.reason);
      }
      signal?.addEventListener('abort', abort, { once: true });
      try {
        return await new Promise((resolve, reject) => {
          job = { url, task, timeoutMs, resolve, reject };
          enqueue(job, claimant ?? { ownerId: '', workflowId: `nobody ${nobodies++}` });
        });
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    async close() {
      const closed = new Error('The threads are closed.');
      for (const job of queue.clear()) job.reject(closed);
      await Promise.all([...threads].map((thread) => thread.end(closed)));
    },
  };
}
