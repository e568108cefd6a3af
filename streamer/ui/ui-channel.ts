import type { Database } from '../../db/connect.js';
import type { EpisodeFeeds } from '../../db/live/episode-feeds.js';
import type { Notifications } from '../../db/live/notifications.js';
import type { Logger } from '../../platform/log.js';
import type { Connection, Peer } from '../connection.js';
import { FollowedEpisodes } from '../followed-episodes.js';
import { ClientNews } from './client-news.js';
import { EpisodeNews, type NewsReader } from './episode-news.js';
import { Subscriber } from './subscriber.js';

/** `/ui_updates`: what is being done, for pages that show it. */
export class UiChannel {
  static readonly events = { misunderstood: 'ui_error', refused: 'ui_error' } as const;
  readonly #db: Database;
  readonly #episodes: FollowedEpisodes<NewsReader, EpisodeNews>;
  readonly #clients: ClientNews;

  constructor(given: { db: Database; feeds: EpisodeFeeds; notifications: Notifications; log: Logger }) {
    this.#db = given.db;
    this.#clients = new ClientNews(given.db, given.notifications, given.log);
    this.#episodes = new FollowedEpisodes(
      (podcastId, onEmpty) => new EpisodeNews(given.feeds, podcastId, onEmpty),
    );
  }

  welcome(connection: Connection): Peer {
    connection.send('ui_connection_ack', {
      message: 'Connected. Send subscribe_to_ui_updates with a ticket.',
    });
    return new Subscriber(connection, { db: this.#db, episodes: this.#episodes, clients: this.#clients });
  }

  /** For tests: what subscribers leave behind is nothing. */
  counts(): { watched: number; clients: number } {
    return { watched: this.#episodes.size, clients: this.#clients.size };
  }

  close(): void {
    this.#clients.close();
  }
}
