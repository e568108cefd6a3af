import type { LoggedSegment } from '../../db/byte-log.js';
import type { EpisodeFeed, EpisodeFeeds } from '../../db/episode-feeds.js';
import { inTurns } from '../in-turns.js';
import type { SegmentFrames, SegmentReader } from './segment-frames.js';

export type LiveListener = SegmentReader;

/** The episodes that somebody listens to, each followed once for all its listeners. */
export class LiveEpisodes {
  readonly #feeds: EpisodeFeeds;
  readonly #frames: SegmentFrames;
  readonly #episodes = new Map<string, LiveEpisode>();

  constructor(feeds: EpisodeFeeds, frames: SegmentFrames) {
    this.#feeds = feeds;
    this.#frames = frames;
  }

  get size(): number {
    return this.#episodes.size;
  }

  /** Undefined when there is no such episode. Whoever enters must `leave`. */
  async enter(podcastId: string, listener: LiveListener): Promise<LiveEpisode | undefined> {
    const episode =
      this.#episodes.get(podcastId) ??
      new LiveEpisode(this.#feeds, this.#frames, podcastId, () => this.#episodes.delete(podcastId));
    this.#episodes.set(podcastId, episode);
    return episode.enter(listener);
  }
}

export class LiveEpisode {
  readonly #frames: SegmentFrames;
  readonly #listeners = new Set<LiveListener>();
  readonly #opened: ReturnType<EpisodeFeeds['follow']>;
  readonly #onEmpty: () => void;
  #feed: EpisodeFeed | undefined;
  #waking = false;
  #again = false;

  constructor(feeds: EpisodeFeeds, frames: SegmentFrames, podcastId: string, onEmpty: () => void) {
    this.#frames = frames;
    this.#onEmpty = onEmpty;
    this.#opened = feeds.follow(podcastId, () => void this.#wake());
  }

  /** Only for who has entered. */
  get feed(): EpisodeFeed {
    if (this.#feed === undefined) throw new TypeError('the episode is not open');
    return this.#feed;
  }

  async enter(listener: LiveListener): Promise<this | undefined> {
    this.#listeners.add(listener);
    try {
      this.#feed = (await this.#opened)?.feed;
    } catch (error) {
      this.leave(listener);
      throw error;
    }
    if (this.#feed !== undefined) return this;
    this.leave(listener);
    return undefined;
  }

  leave(listener: LiveListener): void {
    if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
    this.#onEmpty();
    this.#opened.then(
      (followed) => {
        if (followed === undefined) return;
        followed.leave();
        this.#frames.forget(followed.feed.log.segments);
      },
      // Whoever entered was told.
      () => undefined,
    );
  }

  framesOf(segment: LoggedSegment, listener: LiveListener): readonly Buffer[] | undefined {
    return this.#frames.get(segment, listener);
  }

  /** One round over the listeners at a time; what comes meanwhile is seen by one more. */
  async #wake(): Promise<void> {
    this.#again = true;
    if (this.#waking) return;
    this.#waking = true;
    while (this.#takeAgain()) await inTurns(this.#listeners, (listener) => listener.pump());
    this.#waking = false;
  }

  #takeAgain(): boolean {
    const again = this.#again;
    this.#again = false;
    return again;
  }
}
