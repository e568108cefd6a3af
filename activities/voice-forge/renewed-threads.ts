import { Piscina } from 'piscina';

export type RenewedThreads<Task, Reply> = {
  /** Aborting ends the task's thread. */
  run(task: Task, signal: AbortSignal): Promise<Reply>;
  /** Waits for the tasks that are there, then ends the threads. */
  close(): Promise<void>;
};

/** When a thread that has finished a task is replaced. */
export type Renewal = {
  /**
   * While the whole process takes more memory than `aboveBytes`: after so many tasks, since each new thread has to load its
   * voices again. From the lowest to the highest.
   */
  levels: readonly { aboveBytes: number; afterTasks: number }[];
  /** Above the lowest level also at once, when the process has grown by this (bytes) during the task. */
  growthBytes: number;
  /** Memory of the process right now. Tests have their own. */
  memory?: () => number;
};

/** One thread at a time, which does one task at a time. */
type Lane<Task, Reply> = { pool: Piscina<Task, Reply>; tasks: number };

/**
 * Threads that give memory back: what native code and WebAssembly took on a thread is free only when the thread has
 * ended. Tasks queue here and not in front of a thread, so that it is idle when it is replaced: no task ever fails by that.
 */
export function createRenewedThreads<Task, Reply>(options: {
  program: URL;
  threads: number;
  /** An idle thread ends after this time (ms). */
  idleMs: number;
  youngHeapMb: number;
  renewal: Renewal;
}): RenewedThreads<Task, Reply> {
  const { program, threads, idleMs, youngHeapMb, renewal } = options;
  const memory = renewal.memory ?? (() => process.memoryUsage.rss());
  const idle = Array.from({ length: threads }, () => newLane());
  const waiting: ((lane: Lane<Task, Reply>) => void)[] = [];
  const busy = new Set<Promise<unknown>>();

  function newLane(): Lane<Task, Reply> {
    const pool = new Piscina<Task, Reply>({
      filename: program.href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: idleMs,
      resourceLimits: { maxYoungGenerationSizeMb: youngHeapMb },
    });
    return { pool, tasks: 0 };
  }

  /** The lane that worked last, so that the others can become idle and end. */
  function take(signal: AbortSignal): Promise<Lane<Task, Reply>> {
    signal.throwIfAborted();
    const lane = idle.pop();
    if (lane !== undefined) return Promise.resolve(lane);
    return new Promise((resolve, reject) => {
      function come(given: Lane<Task, Reply>): void {
        signal.removeEventListener('abort', leave);
        resolve(given);
      }
      function leave(): void {
        waiting.splice(waiting.indexOf(come), 1);
        reject(signal.reason as Error);
      }
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(come);
    });
  }

  function giveBack(lane: Lane<Task, Reply>): void {
    const next = waiting.shift();
    if (next === undefined) idle.push(lane);
    else next(lane);
  }

  async function work(task: Task, signal: AbortSignal): Promise<Reply> {
    const lane = await take(signal);
    const before = memory();
    try {
      const reply = await lane.pool.run(task, { signal });
      lane.tasks += 1;
      return reply;
    } catch (error) {
      // The thread has ended, or did not start.
      lane.tasks = 0;
      throw error;
    } finally {
      void keep(renewed(lane, before).then(() => giveBack(lane)));
    }
  }

  async function renewed(lane: Lane<Task, Reply>, before: number): Promise<void> {
    const now = memory();
    const reached = renewal.levels.filter(({ aboveBytes }) => now > aboveBytes);
    const isDue =
      now - before > renewal.growthBytes || reached.some(({ afterTasks }) => lane.tasks >= afterTasks);
    if (reached.length === 0 || lane.tasks === 0 || !isDue) return;
    await lane.pool.destroy();
    lane.tasks = 0;
  }

  function keep<Kept>(promise: Promise<Kept>): Promise<Kept> {
    busy.add(promise);
    function forget(): void {
      busy.delete(promise);
    }
    promise.then(forget, forget);
    return promise;
  }

  return {
    run: (task, signal) => keep(work(task, signal)),
    async close() {
      while (busy.size > 0) await Promise.allSettled(busy);
      await Promise.all(idle.map(({ pool }) => pool.destroy()));
    },
  };
}
