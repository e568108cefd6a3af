import { Worker } from 'node:worker_threads';
import { errorCode } from '../../platform/error-code.js';
import { StoppedWork } from './stopped-work.js';
import { asError } from './thread-failure.js';
import { outOfBuffers, type ThreadOrder, type ThreadReport } from './thread-program.js';

/** Heap of a thread, MiB: V8 ends the thread alone when its work needs more. */
const heapMb = 256;

/** A thread that holds more than this when its work is done is ended: it would hold it for as long as it lives. */
const keptMb = 96;

/** An idle thread ends after this time, ms. Until then the next task finds its modules and models loaded. */
const idleMs = 5 * 60_000;

/** Heap for short-lived objects, MiB. V8's default of 48 stays taken once it was needed, on every thread. */
const youngHeapMb = 16;

type Work = { timeoutMs: number; resolve: (result: unknown) => void; reject: (reason: unknown) => void };

/** One thread, which does one task at a time. Synchronous work cannot be aborted, but its thread can be ended. */
export class WorkThread {
  readonly #worker: Worker;
  readonly #onEnd: () => void;
  readonly #known = new Set<string>();
  #work: Work | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isEnded = false;

  /** @param onEnd called once, when the thread takes no more work */
  constructor(buffersMb: number, onEnd: () => void) {
    this.#onEnd = onEnd;
    this.#worker = new Worker(new URL('./thread-program.js', import.meta.url), {
      workerData: { maxBufferBytes: buffersMb * 1024 * 1024 },
      resourceLimits: {
        maxOldGenerationSizeMb: heapMb,
        maxYoungGenerationSizeMb: youngHeapMb,
        stackSizeMb: 4,
      },
    });
    this.#worker.on('message', (report: ThreadReport) => this.#hear(report));
    this.#worker.on('error', (error) => {
      const isMemory = errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
      void this.end(new StoppedWork(isMemory ? 'too_much_memory' : 'thread_died', error));
    });
    this.#worker.on('exit', (code) => {
      void this.end(new StoppedWork(code === outOfBuffers ? 'too_much_memory' : 'thread_died'));
    });
  }

  knows(url: URL): boolean {
    return this.#known.has(url.href);
  }

  isFree(): boolean {
    return !this.#isEnded && this.#work === undefined;
  }

  perform({ url, task, timeoutMs }: { url: URL; task: unknown; timeoutMs: number }): Promise<unknown> {
    const order: ThreadOrder = { url: url.href, task };
    return new Promise((resolve, reject) => {
      this.#worker.postMessage(order);
      clearTimeout(this.#timer);
      this.#worker.ref();
      this.#work = { timeoutMs, resolve, reject };
      this.#known.add(url.href);
    });
  }

  /** @param reason what the work at hand is rejected with */
  async end(reason: unknown): Promise<void> {
    if (!this.#isEnded) {
      this.#isEnded = true;
      clearTimeout(this.#timer);
      this.#onEnd();
      this.#takeWork()?.reject(reason);
    }
    await this.#worker.terminate();
  }

  #hear(report: ThreadReport): void {
    if (this.#isEnded) return;
    if (report.kind === 'began') {
      this.#timer = setTimeout(() => void this.end(new StoppedWork('too_slow')), this.#work?.timeoutMs);
      return;
    }
    clearTimeout(this.#timer);
    const work = this.#takeWork();
    if (report.heldBytes > keptMb * 1024 * 1024) void this.end(undefined);
    else {
      this.#worker.unref();
      this.#timer = setTimeout(() => void this.end(undefined), idleMs).unref();
    }
    if (report.kind === 'done') work?.resolve(report.result);
    else work?.reject(asError(report.failure));
  }

  #takeWork(): Work | undefined {
    const work = this.#work;
    this.#work = undefined;
    return work;
  }
}
