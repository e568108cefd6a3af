import { setTimeout as delay } from 'node:timers/promises';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { findRunningStack, type LocalStack } from '../../stack/index.js';
import { CliError } from '../cli-error.js';
import { startKeptStack } from './kept-stack.js';
import type { ProgressLine } from './progress-line.js';

/** How long a stack of somebody else may take to come up or to be put away. */
const patienceMs = 120_000;
const pollMs = 100;

/**
 * The data folder's stack: the running one, or one of our own. One that somebody else started may be stopped by them
 * in the middle; then ours takes its place, and the run goes on where it was.
 */
export class ReachedStack {
  /** The person's Ctrl-C. */
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
        // Its former owner is still putting it away, or somebody else was quicker.
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
    // Loaded only when needed: most of a start's own time is loading.
    const { startStack } = await import('../stack.js');
    this.#own = await startStack(this.#config, {
      log: () => undefined,
      progress: (message) => this.#progress.say(message),
      signal: this.interrupt,
    });
    this.#progress.end();
    if (this.#own.gatewayUrl === undefined) throw new CliError('The stack runs without a gateway.', 1);
    return this.#own.gatewayUrl;
  }

  /** The first Ctrl-C cancels the run and says so; the second one ends the command at once, and its stack with it. */
  #listenForInterrupts(): AbortSignal {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (controller.signal.aborted) {
          // What the servers hold survives a kill; left behind they would hold their ports.
          for (const pid of Object.values(this.#own?.pids() ?? {})) process.kill(pid, 'SIGKILL');
          process.exit(130);
        }
        this.#progress.say('Stopping; press Ctrl-C again to end at once.');
        controller.abort(new CliError('Stopped before the run had begun.', 130));
      });
    }
    return controller.signal;
  }
}
