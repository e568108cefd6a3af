import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Claimant } from './fair-queue.js';
import { StoppedWork, type StopReason } from './stopped-work.js';
import { asError, type ThreadFailure } from './thread-failure.js';
import type { WorkOptions, WorkThreads } from './work-threads.js';

export type ProcessOrder =
  | { kind: 'run'; id: number; url: string; task: unknown; timeoutMs: number; claimant: Claimant | undefined }
  | { kind: 'abort'; id: number };

export type ProcessReport =
  | { kind: 'done'; id: number; result: unknown }
  | { kind: 'stopped'; id: number; reason: StopReason }
  | { kind: 'failed'; id: number; failure: ThreadFailure };

const program = fileURLToPath(new URL('./process-program.js', import.meta.url));

/**
 * Without work for so long, ms, the process ends, and all of its memory comes back. A new one takes half a second until
 * it writes, for which a listener would wait.
 */
const usualIdleMs = 5 * 60_000;

type Job = { resolve: (result: unknown) => void; reject: (reason: unknown) => void };

/**
 * The same threads in a process of their own, which starts when there is work and ends when it is idle. What documents take
 * of memory, and a crash in the middle of one, is not the worker's then.
 */
export function createWorkProcess({ idleMs = usualIdleMs } = {}): WorkThreads {
  const jobs = new Map<number, Job>();
  let running: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 0;

  function start(): ChildProcess {
    const child = fork(program, {
      serialization: 'advanced',
      execArgv: process.execArgv.filter((argument) => !argument.startsWith('--inspect')),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (report: ProcessReport) => hear(report));
    child.once('error', () => lose(child));
    child.once('exit', () => lose(child));
    return child;
  }

  function send(order: ProcessOrder): void {
    running ??= start();
    // Whoever waits for it keeps this process alive; an idle one does not.
    running.ref();
    running.channel?.ref();
    // An error here means that it is ending: its exit tells.
    running.send(order, () => undefined);
  }

  function hear(report: ProcessReport): void {
    const job = jobs.get(report.id);
    forget(report.id);
    if (report.kind === 'done') job?.resolve(report.result);
    else if (report.kind === 'stopped') job?.reject(new StoppedWork(report.reason));
    else job?.reject(asError(report.failure));
  }

  function forget(id: number): void {
    jobs.delete(id);
    if (jobs.size > 0) return;
    running?.unref();
    running?.channel?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => void end(), idleMs).unref();
  }

  /** Not told to end: every task that it had fails, and may be tried again. */
  function lose(child: ChildProcess): void {
    if (running !== child) return;
    running = undefined;
    for (const [id, job] of jobs) {
      jobs.delete(id);
      job.reject(new StoppedWork('thread_died'));
    }
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // Its end of the channel tells it, and the signal does when it is too busy to hear.
    if (child.connected) child.disconnect();
    child.kill('SIGKILL');
    await ended;
  }

  return {
    async run(url, task, { timeoutMs, signal, claimant }: WorkOptions) {
      signal?.throwIfAborted();
      clearTimeout(idle);
      const id = nextId++;
      function abort(): void {
        const job = jobs.get(id);
        if (job === undefined) return;
        send({ kind: 'abort', id });
        forget(id);
        job.reject(signal?.reason);
      }
      signal?.addEventListener('abort', abort, { once: true });
      try {
        return await new Promise((resolve, reject) => {
          jobs.set(id, { resolve, reject });
          send({ kind: 'run', id, url: url.href, task, timeoutMs, claimant });
        });
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    async close() {
      const closed = new Error('The threads are closed.');
      for (const [id, job] of jobs) {
        jobs.delete(id);
        job.reject(closed);
      }
      await end();
    },
  };
}
