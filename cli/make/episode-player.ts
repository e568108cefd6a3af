import type { GatewayClient } from '../gateway/gateway-client.js';
import { hearEpisode, type HearingEnd } from '../listen/hear-episode.js';
import type { PlayerOutput } from '../listen/player-output.js';
import type { ProgressLine } from '../terminal/progress-line.js';

/** `--listen`: plays the episode while it is made. The making goes on whatever happens to the player. */
export class EpisodePlayer {
  readonly #gateway: GatewayClient;
  readonly #output: PlayerOutput;
  readonly #progress: ProgressLine;
  readonly #interrupt: AbortSignal;
  #heard: Promise<void> | undefined;
  #making = true;
  #hearing = false;

  constructor(gateway: GatewayClient, output: PlayerOutput, progress: ProgressLine, interrupt: AbortSignal) {
    this.#gateway = gateway;
    this.#output = output;
    this.#progress = progress;
    this.#interrupt = interrupt;
  }

  /** Starts to play as soon as there is audio. */
  begin(podcastId: string): void {
    this.#heard = this.#hear(podcastId);
  }

  /** Waits until all audio that there is has been played, also where the run has failed. */
  async end(): Promise<void> {
    this.#making = false;
    if (this.#hearing) this.#progress.note('Playing on to the end. Press Ctrl-C to stop.');
    await this.#heard;
  }

  async #hear(podcastId: string): Promise<void> {
    this.#hearing = true;
    try {
      this.#explain(
        await hearEpisode(
          this.#gateway,
          podcastId,
          this.#output,
          (message) => this.#progress.note(message),
          this.#interrupt,
        ),
      );
    } catch (error) {
      // The episode is made all the same.
      this.#progress.note(
        `The playback has ended: ${error instanceof Error ? error.message : String(error)}`,
      );
    } finally {
      this.#hearing = false;
    }
  }

  /** Why a run failed is reported by `makeEpisode`. */
  #explain(end: HearingEnd): void {
    if (end.status === 'gone') {
      this.#progress.note(`${end.message}${this.#making ? ' The episode is still being made.' : ''}`);
    } else if (end.status === 'failed' && end.code !== 'ASF_EPISODE_FAILED') {
      this.#progress.note(`${end.message} (${end.code})`);
    }
  }
}
