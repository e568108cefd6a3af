import type { LoggedSegment } from '../../db/live/byte-log.js';
import type { EpisodeFeed, EpisodeFeeds } from '../../db/live/episode-feeds.js';
import { FollowedEpisode } from '../episodes/followed-episodes.js';
import { forEachYielding } from '../episodes/for-each-yielding.js';
import type { SegmentFrames, SegmentReader } from './segment-frames.js';

/** An episode and its listeners. */
export class LiveEpisode extends FollowedEpisode<SegmentReader> {
  readonly #frames: SegmentFrames;
  #pumping = false;
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
    if (!this.#pumping) void this.#pumpAll();
  }

  protected override emptied({ log }: EpisodeFeed): void {
    this.#frames.forget(log.segments);
  }

  /** One round over the listeners at a time; changes during a round cause one more. */
  async #pumpAll(): Promise<void> {
    this.#pumping = true;
    while (this.#takeAgain()) await forEachYielding(this.followers, (listener) => listener.pump());
    this.#pumping = false;
  }

  #takeAgain(): boolean {
    const again = this.#again;
    this.#again = false;
    return again;
  }
}
