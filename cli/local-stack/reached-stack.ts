import { setTimeout as delay } from 'node:timers/promises';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { findRunningStack, type LocalStack } from '../../stack/index.js';
import { CliError } from '../terminal/cli-error.js';
import { startKeptStack } from './start-kept-stack.js';
import type { ProgressLine } from '../terminal/progress-line.js';

/** How long a stack that another command runs may take to start or stop. */
const patienceMs = 120_000;
const pollMs = 100;

/**
 * The data folder's stack: the one that runs, or one of our own. When another command started it and stops it in the
 * middle, ours takes its place and the run goes on where it was.
 */
export class ReachedStack {
  /** Aborts on Ctrl-C. */
  readonly interrupt: AbortSignal;
  readonly #config: Config;
  readonly #keep: boolean;
  readonly #progress: ProgressLine;
  #own: LocalStack | undefined;

  constructor(config: Config, keep: boolean, progress: ProgressLine) {
    this.#config = config;
    this.#keep = keep;
    this.#progress = progress;
    this.interrupt = this.#listenForInterrupts();
  }

  /** Where the gateway is right now; starts a stack when none runs. */
  async gatewayUrl(): Promise<string> {
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      const running = (await findRunningStack(this.#config))?.gatewayUrl;
      if (running !== undefined) return running;
      if (this.#keep) return startKeptStack(this.#config, this.#progress);
      try {
        return await this.#start();
      } catch (error) {
        // The former one is still stopping, or another command was quicker.
        const taken = error instanceof AethercastError && error.code === 'STACK_ALREADY_RUNNING';
        if (!taken || Date.now() > giveUpAt) throw error;
      }
      await delay(pollMs);
    }
  }

  /** Stops the stack if it is ours. */
  async release(): Promise<void> {
    await this.#own?.stop();
  }

  async #start(): Promise<string> {
    // Loaded only when needed: loading takes most of a start's own time.
    const { startStack } = await import('./start-stack.js');
    this.#own = await startStack(this.#config, {
      log: () => undefined,
      progress: (message) => this.#progress.say(message),
      signal: this.interrupt,
    });
    this.#progress.end();
    if (this.#own.gatewayUrl === undefined)
      throw new CliError('Aethercast runs here without its gateway.', 1);
    return this.#own.gatewayUrl;
  }

  /** The first Ctrl-C cancels the run; the second ends the command and its stack at once. */
  #listenForInterrupts(): AbortSignal {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (controller.signal.aborted) {
          // The servers' data survives a kill; left running they would hold their ports.
          for (const pid of Object.values(this.#own?.pids() ?? {})) process.kill(pid, 'SIGKILL');
          process.exit(130);
        }
        this.#progress.say('Stopping. Press Ctrl-C again to stop at once.');
        controller.abort(new CliError('Stopped before the run had begun.', 130));
      });
    }
    return controller.signal;
  }
}
