import path from 'node:path';
import { ChildLog } from './child-log.js';
import type { StackPaths } from './stack-paths.js';
import { SupervisedProcess, type ProcessExit, type ProcessSpec } from './supervised-process.js';

/** The processes of one stack: starts them, keeps them running, stops them in order. */
export class Supervisor {
  readonly #paths: StackPaths;
  readonly #lock: number;
  readonly #log: (line: string) => void;
  readonly #processes: SupervisedProcess[] = [];
  readonly #exitListeners: ((exit: ProcessExit) => void)[] = [];
  #changed: () => void = () => undefined;

  /** @param lock descriptor of the stack's lock, which every process gets. */
  constructor(paths: StackPaths, lock: number, log: (line: string) => void) {
    this.#paths = paths;
    this.#lock = lock;
    this.#log = log;
  }

  /** Starts a process and waits until it is ready; from then on it is kept running. */
  async run(spec: ProcessSpec, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const supervised = new SupervisedProcess(spec, {
      pidFile: path.join(this.#paths.run, `${spec.name}.pid`),
      lock: this.#lock,
      log: new ChildLog(spec.name, path.join(this.#paths.logs, `${spec.name}.log`), this.#log),
      onExit: (exit) => this.#died(exit),
      onStart: () => this.#changed(),
    });
    this.#processes.push(supervised);
    await supervised.start(signal);
  }

  /** Told whenever a process died that was not told to stop; it is being started again. */
  onExit(listener: (exit: ProcessExit) => void): void {
    this.#exitListeners.push(listener);
  }

  /** Told whenever {@link pids} has changed. */
  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  pids(): Record<string, number> {
    return Object.fromEntries(
      this.#processes.flatMap(({ name, pid }) => (pid === undefined ? [] : [[name, pid]])),
    );
  }

  /** Ends all at once, without letting them write anything any more. */
  kill(): void {
    for (const each of this.#processes) each.kill();
  }

  /** Stops the named processes one after the other, then all others at once. */
  async stop(first: readonly string[]): Promise<void> {
    for (const name of first) await this.#processes.find((one) => one.name === name)?.stop();
    await Promise.all(this.#processes.filter(({ name }) => !first.includes(name)).map((one) => one.stop()));
  }

  #died(exit: ProcessExit): void {
    const how = exit.signal ?? `exit code ${exit.code ?? 'unknown'}`;
    const when = exit.restartInMs === 0 ? 'at once' : `in ${exit.restartInMs} ms`;
    this.#log(`[stack] ${exit.name} ended (${how}); starting it again ${when}.`);
    for (const listener of this.#exitListeners) listener(exit);
  }
}
