import type { Database } from '../../db/connect.js';
import { EpisodeFeeds } from '../../db/live/episode-feeds.js';
import { Notifications } from '../../db/live/notifications.js';
import type { Config } from '../../platform/config/load-config.js';
import type { Logger } from '../../platform/log.js';

/** Follows episodes that are heard while they are being made. The first one opens the connection. */
export class GrowingEpisodes implements Pick<EpisodeFeeds, 'follow'> {
  readonly #deps: { config: Config; db: Database; log: Logger };
  #open: { feeds: EpisodeFeeds; notifications: Notifications } | undefined;

  constructor(deps: { config: Config; db: Database; log: Logger }) {
    this.#deps = deps;
  }

  follow(podcastId: string, onChange: () => void): ReturnType<EpisodeFeeds['follow']> {
    this.#open ??= this.#connect();
    return this.#open.feeds.follow(podcastId, onChange);
  }

  /** Followers hear nothing after this: close what serves them first. */
  async close(): Promise<void> {
    this.#open?.feeds.close();
    await this.#open?.notifications.close();
    this.#open = undefined;
  }

  #connect() {
    const { config, db, log } = this.#deps;
    const notifications = new Notifications(config, log);
    return { notifications, feeds: new EpisodeFeeds(db, notifications, log) };
  }
}
