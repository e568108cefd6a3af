// The streamer (ASF): sends live episodes and updates on their production over WebSockets. May import db/ and
// platform/. All its state is in the database, so any number of instances serve the same listeners.
import { sql } from 'kysely';
import type { Database } from '../db/connect.js';
import { EpisodeFeeds } from '../db/live/episode-feeds.js';
import type { Notifications } from '../db/live/notifications.js';
import type { Config } from '../platform/config/load-config.js';
import { Readiness } from '../platform/health.js';
import { foreignHosts } from '../platform/http/foreign-pages.js';
import { closeServer, listen } from '../platform/lifecycle.js';
import type { Logger } from '../platform/log.js';
import type { MediaStore } from '../platform/media-store/media-store.js';
import { streamerPaths } from '../platform/streamer-paths.js';
import { allowedOrigin } from './connection/allowed-origin.js';
import { AudioChannel } from './audio/audio-channel.js';
import { internalApp } from './http/internal-app.js';
import { protocolLimits, type Limits } from './connection/limits.js';
import { publicApp } from './http/public-app.js';
import { UiChannel } from './ui/ui-channel.js';
import { Upgrades } from './connection/upgrades.js';

const defaultPort = 5006;
const httpGraceMs = 1_000;

export type StreamerDeps = {
  config: Config;
  db: Database;
  media: MediaStore;
  notifications: Notifications;
  log: Logger;
};

export type Streamer = {
  port: number;
  internalPort: number;
  /** What it holds in memory now. */
  counts(): StreamerCounts;
  /** Sends all clients elsewhere (1012) and stops listening; later calls wait for the first. */
  close(): Promise<void>;
};

export type StreamerCounts = {
  connections: number;
  /** Episodes whose record is followed, for any purpose. */
  followed: number;
  /** Episodes with listeners, and the frames cached for them. */
  episodes: number;
  cachedBytes: number;
  /** Episodes with UI subscribers, and clients with subscribers. */
  watched: number;
  clients: number;
};

/** Starts both listeners. Closing the streamer leaves its dependencies open. */
export async function createStreamer(
  { config, db, media, notifications, log }: StreamerDeps,
  changes: Partial<Limits> = {},
): Promise<Streamer> {
  const limits = { ...protocolLimits, ...changes };
  const readiness = new Readiness({ database: () => sql`select 1`.execute(db) });
  const feeds = new EpisodeFeeds(db, notifications, log);
  const cacheBytes = config.ASF_CACHE_MB * 1_024 * 1_024;
  const audio = new AudioChannel({ db, media, feeds, log, cacheBytes, limits });
  const ui = new UiChannel({ db, feeds, notifications, log });
  const place = {
    host: config.HOST,
    publicUrls: [config.PUBLIC_URL, config.ASF_WEBSOCKET_BASE_URL],
  };
  const open = await listen(publicApp(place, readiness, log), config.HOST, config.PORT ?? defaultPort);
  const internal = await listen(
    internalApp({ config, db, media, log, readiness }),
    config.INTERNAL_HOST,
    config.INTERNAL_PORT ?? 0,
  );
  const upgrades = new Upgrades(open.server, {
    channels: new Map([
      [
        streamerPaths.audio,
        { events: AudioChannel.events, welcome: (connection) => audio.welcome(connection) },
      ],
      [streamerPaths.ui, { events: UiChannel.events, welcome: (connection) => ui.welcome(connection) }],
    ]),
    refusesHost: foreignHosts(place),
    isAllowed: allowedOrigin(config),
    maxConnections: config.ASF_MAX_CONNECTIONS,
    limits,
    log,
  });
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    readiness.drain();
    const closed = [open, internal].map(({ server }) => closeServer(server, httpGraceMs));
    await upgrades.drain();
    await Promise.all(closed);
    ui.close();
    feeds.close();
  }

  return {
    port: open.port,
    internalPort: internal.port,
    counts: () => ({
      connections: upgrades.connections.size,
      followed: feeds.size,
      ...audio.counts(),
      ...ui.counts(),
    }),
    close: () => (closing ??= close()),
  };
}
