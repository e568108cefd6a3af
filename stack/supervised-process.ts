import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { AethercastError } from '../platform/aethercast-error.js';
import { replaceFile } from '../platform/atomic-file.js';
import type { ChildLog } from './child-log.js';
import { processRecord } from '../platform/process-identity.js';
import { restartDelay } from './restart-delay.js';
import { sendSignal } from './stop-process.js';
import { waitUntil } from './wait-until.js';

/** How a process is run; the same for servers and services. */
export type ProcessSpec = {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  user?: { uid: number; gid: number } | undefined;
  /** Whether it gets an IPC channel, whose end tells it that the supervisor has died. */
  ipc: boolean;
  stopSignal: NodeJS.Signals;
  /** How long it may take to stop before it is killed. */
  graceMs: number;
  readyWithinMs: number;
  isReady: () => Promise<boolean>;
  /** Descriptors of locks that last until this process has ended, too, beside the stack's own. */
  locks?: readonly number[];
  /** Runs before each start, also before a restart. */
  beforeStart?: () => Promise<void>;
};

/** A process of the stack that died without being told to. */
export type ProcessExit = {
  name: string;
  code: number | null;
  signal: NodeJS.Signals | null;
  /** When it is started again, in milliseconds from now. */
  restartInMs: number;
};

export type SupervisorHooks = {
  pidFile: string;
  /** Descriptor of the stack's lock. */
  lock: number;
  log: ChildLog;
  onExit: (exit: ProcessExit) => void;
  /** Told the new process number after each start. */
  onStart: () => void;
};

/** Deaths during the first start after which it is given up. */
const startAttempts = 5;

/** Keeps one process running: starts it, starts it again whenever it dies, until it is told to stop. */
export class SupervisedProcess {
  readonly #spec: ProcessSpec;
  readonly #hooks: SupervisorHooks;
  #child: ChildProcess | undefined;
  #startedAt = 0;
  #deaths = 0;
  #failures = 0;
  #stopping = false;
  #restart: NodeJS.Timeout | undefined;
  #spawnError: Error | undefined;

  constructor(spec: ProcessSpec, hooks: SupervisorHooks) {
    this.#spec = spec;
    this.#hooks = hooks;
  }

  get name(): string {
    return this.#spec.name;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it is ready. Throws STACK_START_FAILED with its last words. */
  async start(signal: AbortSignal): Promise<void> {
    await this.#spawn();
    const ready = await waitUntil(
      async () => {
        if (this.#deaths >= startAttempts || this.#spawnError) throw this.#notStarted('it stops at once');
        return this.#child !== undefined && (await this.#spec.isReady());
      },
      this.#spec.readyWithinMs,
      signal,
    );
    if (!ready) throw this.#notStarted(`it was not ready within ${this.#spec.readyWithinMs / 1000} seconds`);
  }

  /** Ends it for good and at once, without waiting. */
  kill(): void {
    this.#stopping = true;
    clearTimeout(this.#restart);
    this.#hooks.log.quieten();
    if (this.pid !== undefined) sendSignal(this.pid, 'SIGKILL');
  }

  /** Stops it for good and waits for its end; kills it when its grace is over. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    this.#hooks.log.quieten();
    const child = this.#child;
    if (child?.pid !== undefined) {
      const { pid } = child;
      sendSignal(pid, this.#spec.stopSignal);
      if (!(await waitUntil(() => this.#child !== child, this.#spec.graceMs))) {
        sendSignal(pid, 'SIGKILL');
        await waitUntil(() => this.#child !== child, 5_000);
      }
    }
    await rm(this.#hooks.pidFile, { force: true });
  }

  async #spawn(): Promise<void> {
    await this.#spec.beforeStart?.();
    if (this.#stopping) return;
    const { command, args, cwd, env, user, ipc, locks = [] } = this.#spec;
    const channels = ipc
      ? (['ignore', 'pipe', 'pipe', 'ipc'] as const)
      : (['ignore', 'pipe', 'pipe'] as const);
    // A lock of Windows is not passed on with its descriptor.
    const inherited = process.platform === 'win32' ? [] : [this.#hooks.lock, ...locks];
    // Detached: a terminal's Ctrl-C reaches the supervisor alone, which may still have a workflow to cancel.
    const child = spawn(command, [...args], {
      cwd,
      env,
      ...user,
      detached: true,
      stdio: [...channels, ...inherited],
    });
    this.#child = child;
    this.#startedAt = performance.now();
    this.#spawnError = undefined;
    for (const stream of [child.stdout, child.stderr]) if (stream) this.#hooks.log.follow(stream);
    child.once('error', (error) => {
      this.#spawnError = error;
      // A program that could not be started sends no exit event.
      if (child.pid === undefined) this.#ended(child, null, null);
    });
    child.once('exit', (code, signal) => this.#ended(child, code, signal));
    if (child.pid === undefined) return;
    const record = await processRecord(child.pid);
    if (record && this.#child === child) await replaceFile(this.#hooks.pidFile, JSON.stringify(record));
    this.#hooks.onStart();
  }

  #ended(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    if (this.#stopping) return;
    this.#deaths += 1;
    const delay = restartDelay(this.#failures, performance.now() - this.#startedAt);
    this.#failures = delay.failures;
    this.#hooks.onExit({ name: this.name, code, signal, restartInMs: delay.ms });
    this.#again(delay.ms);
  }

  #again(ms: number): void {
    this.#restart = setTimeout(() => {
      this.#spawn().catch((error: unknown) => {
        // beforeStart may meet a passing obstacle (a full disk); it is tried again like a death.
        this.#spawnError = error instanceof Error ? error : new Error(String(error));
        const delay = restartDelay(this.#failures, 0);
        this.#failures = delay.failures;
        if (!this.#stopping) this.#again(delay.ms);
      });
    }, ms);
  }

  #notStarted(why: string): AethercastError {
    const said = this.#hooks.log.tail();
    const more = this.#spawnError?.message ?? (said === '' ? 'It said nothing.' : `Its last words:\n${said}`);
    return new AethercastError('STACK_START_FAILED', {
      message: `${this.name} did not start: ${why}. ${more}`,
      details: { part: this.name },
      cause: this.#spawnError,
    });
  }
}
