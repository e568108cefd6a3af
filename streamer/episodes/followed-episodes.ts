import type { EpisodeFeed, EpisodeFeeds } from '../../db/live/episode-feeds.js';

/** Creates the view of an episode that all its followers share. */
type Make<Follower, Episode> = (
  podcastId: string,
  onEmpty: () => void,
) => Episode & FollowedEpisode<Follower>;

/** The episodes that a channel follows: one shared view each, however many followers it has. */
export class FollowedEpisodes<Follower, Episode> {
  readonly #make: Make<Follower, Episode>;
  readonly #episodes = new Map<string, Episode & FollowedEpisode<Follower>>();

  constructor(make: Make<Follower, Episode>) {
    this.#make = make;
  }

  get size(): number {
    return this.#episodes.size;
  }

  /** Undefined when there is no such episode. A follower that entered must `leave`. */
  async enter(podcastId: string, follower: Follower): Promise<Episode | undefined> {
    const episode =
      this.#episodes.get(podcastId) ?? this.#make(podcastId, () => this.#episodes.delete(podcastId));
    this.#episodes.set(podcastId, episode);
    return (await episode.enter(follower)) ? episode : undefined;
  }
}

/** The view of an episode that its followers share. It leaves the episode's feed when the last one leaves. */
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

  /** Only for followers that have entered. */
  get feed(): EpisodeFeed {
    if (this.#feed === undefined) throw new TypeError('the episode is not open');
    return this.#feed;
  }

  /** False when there is no such episode; then the follower need not leave. */
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
      // `enter` has thrown this error to the followers.
      () => undefined,
    );
  }

  /** Called when the episode has new segments or another state. */
  protected abstract changed(): void;

  /** Called once, before any follower has entered. */
  protected opened(_feed: EpisodeFeed): void {}

  /** Called when the last follower has left. */
  protected emptied(_feed: EpisodeFeed): void {}
}
