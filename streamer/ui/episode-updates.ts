import type { EpisodeFeed } from '../../db/live/episode-feeds.js';
import { FollowedEpisode } from '../episodes/followed-episodes.js';
import {
  entryMessage,
  progressMessage,
  segmentMessage,
  statusMessage,
  waitingMessage,
} from './episode-messages.js';

/** Minimum time between two `progress` messages of an episode. */
const minProgressGapMs = 200;

/** Receives the updates of an episode. */
export interface UpdateReceiver {
  send(text: string): void;
  deleted(podcastId: string): void;
}

/** The updates of an episode, each encoded once for all receivers. */
export class EpisodeUpdates extends FollowedEpisode<UpdateReceiver> {
  /** How much has been sent already. */
  #entries = 0;
  #segments = 0;
  #run = 0;
  #progress = '';
  #progressAt = 0;
  #later: NodeJS.Timeout | undefined;

  /** The current state; receivers that have entered are sent what comes after it. */
  snapshot(): string[] {
    const { state, log } = this.feed;
    return state === undefined ? [] : [statusMessage(state), progressMessage(state, log, Date.now())];
  }

  protected override opened({ state, log }: EpisodeFeed): void {
    this.#entries = state?.log.length ?? 0;
    this.#segments = log.segments.length;
    this.#run = state?.runNumber ?? 0;
  }

  protected override changed(): void {
    const { state, log, podcastId } = this.feed;
    if (state === undefined) {
      for (const receiver of this.followers) receiver.deleted(podcastId);
      return;
    }
    for (const segment of log.segments.slice(this.#segments)) this.#broadcast(segmentMessage(state, segment));
    this.#segments = log.segments.length;
    // The final progress precedes the terminal status, after which a page may stop listening.
    if (!['pending', 'in_progress'].includes(state.overallStatus)) this.#sendProgress();
    const entries = state.log.slice(this.#entries);
    for (const entry of entries) this.#broadcast(entryMessage(state, entry));
    this.#entries = state.log.length;
    if (state.runNumber !== this.#run && entries.at(-1)?.run !== state.runNumber) {
      this.#broadcast(waitingMessage(state));
    }
    this.#run = state.runNumber;
    this.#sendProgressSoon();
  }

  protected override emptied(): void {
    clearTimeout(this.#later);
  }

  #sendProgressSoon(): void {
    const wait = this.#progressAt + minProgressGapMs - Date.now();
    if (wait <= 0) this.#sendProgress();
    else this.#later ??= setTimeout(() => this.#sendProgress(), wait);
  }

  #sendProgress(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const { state, log } = this.feed;
    if (state === undefined) return;
    this.#progressAt = Date.now();
    const progress = progressMessage(state, log, this.#progressAt);
    if (progress !== this.#progress) this.#broadcast(progress);
    this.#progress = progress;
  }

  #broadcast(text: string): void {
    for (const receiver of this.followers) receiver.send(text);
  }
}
