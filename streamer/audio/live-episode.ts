import type { LoggedSegment } from '../../db/live/byte-log.js';
import type { EpisodeFeed, EpisodeFeeds } from '../../db/live/episode-feeds.js';
import { FollowedEpisode } from '../followed-episodes.js';
import { inTurns } from '../in-turns.js';
import type { SegmentFrames, SegmentReader } from './segment-frames.js';

/** An episode and everybody who listens to it. */
export class LiveEpisode extends FollowedEpisode<SegmentReader> {
  readonly #frames: SegmentFrames;
  #waking = false;
  #again = false;

  constructor(feeds: EpisodeFeeds, frames: SegmentFrames, podcastId: string, onEmpty: () => void) {
    super(feeds, podcastId, onEmpty);
    this.#frames = frames;
  }

  framesOf(segment: LoggedSegment, listener: SegmentReader): readonly Buffer[] | undefined {
    return this.#frames.get(segment, listener);
  }

  protected override changed(): void {
    this.#again = true;
    if (!this.#waking) void this.#wake();
  }

  protected override emptied({ log }: EpisodeFeed): void {
    this.#frames.forget(log.segments);
  }

  /** One round over the listeners at a time; what comes meanwhile is seen by one more. */
  async #wake(): Promise<void> {
    this.#waking = true;
    while (this.#takeAgain()) await inTurns(this.followers, (listener) => listener.pump());
    this.#waking = false;
  }

  #takeAgain(): boolean {
    const again = this.#again;
    this.#again = false;
    return again;
  }
}
