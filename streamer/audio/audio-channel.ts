import type { Database } from '../../db/connect.js';
import type { EpisodeFeeds } from '../../db/live/episode-feeds.js';
import type { Logger } from '../../platform/log.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { Connection, Peer } from '../connection/connection.js';
import { FollowedEpisodes } from '../episodes/followed-episodes.js';
import type { Limits } from '../connection/limits.js';
import { LiveEpisode } from './live-episode.js';
import { Listener } from './listener.js';
import { SegmentFrames, type SegmentReader } from './segment-frames.js';

/** `/api/v1/podcasts/stream`: sends episodes to their listeners. */
export class AudioChannel {
  static readonly events = { badMessage: 'error', refused: 'stream_error' } as const;
  readonly #db: Database;
  readonly #limits: Limits;
  readonly #frames: SegmentFrames;
  readonly #episodes: FollowedEpisodes<SegmentReader, LiveEpisode>;

  constructor(deps: {
    db: Database;
    media: MediaStore;
    feeds: EpisodeFeeds;
    log: Logger;
    cacheBytes: number;
    limits: Limits;
  }) {
    this.#db = deps.db;
    this.#limits = deps.limits;
    this.#frames = new SegmentFrames(deps.media, deps.log, {
      cacheBytes: deps.cacheBytes,
      retryMs: deps.limits.readRetryMs,
    });
    this.#episodes = new FollowedEpisodes(
      (podcastId, onEmpty) => new LiveEpisode(deps.feeds, this.#frames, podcastId, onEmpty),
    );
  }

  welcome(connection: Connection): Peer {
    connection.send('connection_ack', { message: 'Connected. Send join_stream with a ticket.', protocol: 1 });
    return new Listener(connection, { db: this.#db, episodes: this.#episodes, limits: this.#limits });
  }

  /** For tests, which check that listeners leave nothing behind. */
  counts(): { episodes: number; cachedBytes: number } {
    return { episodes: this.#episodes.size, cachedBytes: this.#frames.keptBytes };
  }
}
