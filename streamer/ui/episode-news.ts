import type { EpisodeFeed } from '../../db/live/episode-feeds.js';
import { FollowedEpisode } from '../followed-episodes.js';
import { entryText, progressText, segmentText, statusText, waitingText } from './episode-texts.js';

/** Between two `progress` of an episode. */
const progressEveryMs = 200;

/** Who is told of an episode. */
export interface NewsReader {
  hear(text: string): void;
  /** The episode was deleted. */
  gone(podcastId: string): void;
}

/** What happens to an episode, written down once for everybody who is told. */
export class EpisodeNews extends FollowedEpisode<NewsReader> {
  /** What was told already. */
  #entries = 0;
  #segments = 0;
  #run = 0;
  #progress = '';
  #progressAt = 0;
  #later: NodeJS.Timeout | undefined;

  /** The present state; what comes after it is told to who has entered. */
  snapshot(): string[] {
    const { state, log } = this.feed;
    return state === undefined ? [] : [statusText(state), progressText(state, log, Date.now())];
  }

  protected override opened({ state, log }: EpisodeFeed): void {
    this.#entries = state?.log.length ?? 0;
    this.#segments = log.segments.length;
    this.#run = state?.runNumber ?? 0;
  }

  protected override changed(): void {
    const { state, log, podcastId } = this.feed;
    if (state === undefined) {
      for (const reader of this.followers) reader.gone(podcastId);
      return;
    }
    for (const segment of log.segments.slice(this.#segments)) this.#tell(segmentText(state, segment));
    this.#segments = log.segments.length;
    // The last numbers come before the end, after which a page may listen no more.
    if (!['pending', 'in_progress'].includes(state.overallStatus)) this.#tellProgress();
    const entries = state.log.slice(this.#entries);
    for (const entry of entries) this.#tell(entryText(state, entry));
    this.#entries = state.log.length;
    if (state.runNumber !== this.#run && entries.at(-1)?.run !== state.runNumber) {
      this.#tell(waitingText(state));
    }
    this.#run = state.runNumber;
    this.#tellProgressSoon();
  }

  protected override emptied(): void {
    clearTimeout(this.#later);
  }

  #tellProgressSoon(): void {
    const wait = this.#progressAt + progressEveryMs - Date.now();
    if (wait <= 0) this.#tellProgress();
    else this.#later ??= setTimeout(() => this.#tellProgress(), wait);
  }

  #tellProgress(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const { state, log } = this.feed;
    if (state === undefined) return;
    this.#progressAt = Date.now();
    const progress = progressText(state, log, this.#progressAt);
    if (progress !== this.#progress) this.#tell(progress);
    this.#progress = progress;
  }

  #tell(text: string): void {
    for (const reader of this.followers) reader.hear(text);
  }
}
