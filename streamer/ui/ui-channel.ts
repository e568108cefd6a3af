import type { Database } from '../../db/connect.js';
import type { EpisodeFeeds } from '../../db/live/episode-feeds.js';
import type { Notifications } from '../../db/live/notifications.js';
import type { Logger } from '../../platform/log.js';
import type { Connection, Peer } from '../connection/connection.js';
import { FollowedEpisodes } from '../episodes/followed-episodes.js';
import { ClientUpdates } from './client-updates.js';
import { EpisodeUpdates, type UpdateReceiver } from './episode-updates.js';
import { Subscriber } from './subscriber.js';

/** `/ui_updates`: tells pages how the production of episodes goes. */
export class UiChannel {
  static readonly events = { badMessage: 'ui_error', refused: 'ui_error' } as const;
  readonly #db: Database;
  readonly #episodes: FollowedEpisodes<UpdateReceiver, EpisodeUpdates>;
  readonly #clients: ClientUpdates;

  constructor(deps: { db: Database; feeds: EpisodeFeeds; notifications: Notifications; log: Logger }) {
    this.#db = deps.db;
    this.#clients = new ClientUpdates(deps.db, deps.notifications, deps.log);
    this.#episodes = new FollowedEpisodes(
      (podcastId, onEmpty) => new EpisodeUpdates(deps.feeds, podcastId, onEmpty),
    );
  }

  welcome(connection: Connection): Peer {
    connection.send('ui_connection_ack', {
      message: 'Connected. Send subscribe_to_ui_updates with a ticket.',
    });
    return new Subscriber(connection, { db: this.#db, episodes: this.#episodes, clients: this.#clients });
  }

  /** For tests, which check that subscribers leave nothing behind. */
  counts(): { watched: number; clients: number } {
    return { watched: this.#episodes.size, clients: this.#clients.size };
  }

  close(): void {
    this.#clients.close();
  }
}
