import type { EpisodeFeed, EpisodeFeeds } from '../db/live/episode-feeds.js';

/** Makes the view of an episode that all its followers share. */
type Make<Follower, Episode> = (
  podcastId: string,
  onEmpty: () => void,
) => Episode & FollowedEpisode<Follower>;

/** The episodes that somebody follows for one purpose, each looked at once for all of them. */
export class FollowedEpisodes<Follower, Episode> {
  readonly #make: Make<Follower, Episode>;
  readonly #episodes = new Map<string, Episode & FollowedEpisode<Follower>>();

  constructor(make: Make<Follower, Episode>) {
    this.#make = make;
  }

  get size(): number {
    return this.#episodes.size;
  }

  /** Undefined when there is no such episode. Whoever enters must `leave`. */
  async enter(podcastId: string, follower: Follower): Promise<Episode | undefined> {
    const episode =
      this.#episodes.get(podcastId) ?? this.#make(podcastId, () => this.#episodes.delete(podcastId));
    this.#episodes.set(podcastId, episode);
    return (await episode.enter(follower)) ? episode : undefined;
  }
}

/** What all followers of an episode share. It leaves the episode's feed when the last one has left. */
export abstract class FollowedEpisode<Follower> {
  protected readonly followers = new Set<Follower>();
  readonly #opened: ReturnType<EpisodeFeeds['follow']>;
  readonly #onEmpty: () => void;
  #feed: EpisodeFeed | undefined;

  constructor(feeds: EpisodeFeeds, podcastId: string, onEmpty: () => void) {
    this.#onEmpty = onEmpty;
    this.#opened = feeds.follow(podcastId, () => {
      if (this.#feed !== undefined) this.changed();
    });
  }

  /** Only for who has entered. */
  get feed(): EpisodeFeed {
    if (this.#feed === undefined) throw new TypeError('the episode is not open');
    return this.#feed;
  }

  /** False when there is no such episode; then nobody need leave. */
  async enter(follower: Follower): Promise<boolean> {
    this.followers.add(follower);
    try {
      const followed = await this.#opened;
      if (followed !== undefined && this.#feed === undefined) {
        this.#feed = followed.feed;
        this.opened(followed.feed);
      }
    } catch (error) {
      this.leave(follower);
      throw error;
    }
    if (this.#feed === undefined) this.leave(follower);
    return this.#feed !== undefined;
  }

  leave(follower: Follower): void {
    if (!this.followers.delete(follower) || this.followers.size > 0) return;
    this.#onEmpty();
    this.#opened.then(
      (followed) => {
        followed?.leave();
        if (followed !== undefined) this.emptied(followed.feed);
      },
      // Whoever entered was told.
      () => undefined,
    );
  }

  /** The episode has grown, or is in another state. */
  protected abstract changed(): void;

  /** Once, before anybody has entered. */
  protected opened(_feed: EpisodeFeed): void {}

  /** Nobody follows any more. */
  protected emptied(_feed: EpisodeFeed): void {}
}
