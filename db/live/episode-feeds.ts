import type { Logger } from '../../platform/log.js';
import { ByteLog, readSegmentsFrom } from './byte-log.js';
import type { Database } from '../connect.js';
import { findEpisodeState, fingerprints, type EpisodeState } from './episode-state.js';
import type { Notifications } from './notifications.js';

/** How late a follower can be when a notification is lost. */
const pollMs = 1_000;

/** One episode as it grows. `state` is undefined when it was deleted. */
export type EpisodeFeed = {
  readonly podcastId: string;
  readonly log: ByteLog;
  readonly state: EpisodeState | undefined;
};

/**
 * Keeps one view of each followed episode up to date and shares it among the followers. A notification triggers a
 * look at the record; a poll of all followed episodes finds what a lost notification missed.
 */
export class EpisodeFeeds {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #feeds = new Map<string, Feed>();
  readonly #stopListening: () => void;
  readonly #timer: NodeJS.Timeout;
  #polling = false;

  constructor(db: Database, notifications: Notifications, log: Logger) {
    this.#db = db;
    this.#log = log;
    this.#stopListening = notifications.on('episode_changed', (id) => {
      const feed = this.#feeds.get(id);
      if (feed !== undefined) this.#refresh(feed);
    });
    this.#timer = setInterval(() => void this.#poll(), pollMs);
    this.#timer.unref();
  }

  /**
   * Follows an episode; `onChange` is called after every growth and change of state, never before this has resolved.
   * Undefined when there is no such episode. The follower must call `leave` in the end.
   */
  async follow(
    podcastId: string,
    onChange: () => void,
  ): Promise<{ feed: EpisodeFeed; leave: () => void } | undefined> {
    const feed = this.#feeds.get(podcastId) ?? new Feed(this.#db, podcastId);
    this.#feeds.set(podcastId, feed);
    let following = false;
    function follower(): void {
      if (following) onChange();
    }
    const leave = (): void => {
      following = false;
      feed.followers.delete(follower);
      if (feed.followers.size === 0 && this.#feeds.get(podcastId) === feed) this.#feeds.delete(podcastId);
    };
    feed.followers.add(follower);
    try {
      await (feed.loaded ??= feed.refresh());
    } catch (error) {
      feed.loaded = undefined;
      leave();
      throw error;
    }
    if (feed.state === undefined) {
      leave();
      return undefined;
    }
    following = true;
    return { feed, leave };
  }

  /** How many episodes are followed. */
  get size(): number {
    return this.#feeds.size;
  }

  close(): void {
    this.#stopListening();
    clearInterval(this.#timer);
    this.#feeds.clear();
  }

  async #poll(): Promise<void> {
    if (this.#polling || this.#feeds.size === 0) return;
    this.#polling = true;
    try {
      const prints = await fingerprints(this.#db, [...this.#feeds.keys()]);
      for (const feed of this.#feeds.values()) {
        const print = prints.get(feed.podcastId) ?? 'deleted';
        if (feed.print === print) continue;
        await feed.refresh();
        // Only what was read after the fingerprint was taken counts as seen.
        feed.print = print;
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'growing episodes could not be looked up; trying again in a second');
    } finally {
      this.#polling = false;
    }
  }

  #refresh(feed: Feed): void {
    feed.refresh().catch((error: unknown) => {
      this.#log.warn({ err: error, podcast_id: feed.podcastId }, 'a growing episode could not be read');
    });
  }
}

class Feed implements EpisodeFeed {
  readonly podcastId: string;
  readonly log = new ByteLog();
  readonly followers = new Set<() => void>();
  state: EpisodeState | undefined;
  print: string | undefined;
  loaded: Promise<void> | undefined;
  readonly #db: Database;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(db: Database, podcastId: string) {
    this.#db = db;
    this.podcastId = podcastId;
  }

  /** Resolves when everything recorded before the call has been read. Calls made meanwhile share one more read. */
  async refresh(): Promise<void> {
    if (this.#running !== undefined) {
      this.#again = true;
      await this.#running;
      return;
    }
    this.#running = this.#readUntilQuiet();
    try {
      await this.#running;
    } finally {
      this.#running = undefined;
    }
  }

  async #readUntilQuiet(): Promise<void> {
    for (;;) {
      this.#again = false;
      await this.#read();
      if (!this.#isAskedAgain()) return;
    }
  }

  #isAskedAgain(): boolean {
    return this.#again;
  }

  /**
   * Reads the state first: "finished" is recorded after the last segment, so the segments read next are complete. Both
   * become visible at once, so that nobody sees the end without the segments before it.
   */
  async #read(): Promise<void> {
    const state = await findEpisodeState(this.#db, this.podcastId);
    const grown =
      state === undefined ? [] : await readSegmentsFrom(this.#db, this.podcastId, this.log.segments.length);
    this.state = state;
    this.log.grow(grown);
    for (const follower of [...this.followers]) follower();
  }
}
