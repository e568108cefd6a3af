// Streamers on a database and a media folder of their own, in the test's process or beside it; no engine, no gateway.
import { localOwnerId, type Database } from '../../db/connect.js';
import { Notifications } from '../../db/live/notifications.js';
import { issueTicket } from '../../db/stream-tickets.js';
import type { Config } from '../../platform/config/load-config.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { createStreamer, type Streamer } from '../../streamer/create-streamer.js';
import type { Limits } from '../../streamer/connection/limits.js';
import type { Ticket } from '../../web/listen/index.js';
import type { GrowingEpisode } from './growing-episode.js';
import { startStreamer, type StreamerProcess } from './service-processes.js';
import { openStore } from './store.js';

export type StreamWorld = {
  config: Config;
  db: Database;
  media: MediaStore;
  /** In this process. */
  openStreamer(options?: StreamerOptions): Promise<Streamer>;
  /** As a process of its own. */
  startStreamer(): Promise<StreamerProcess>;
  /** A ticket for the audio as the gateway would give it, at a streamer's (or a proxy's) port. */
  ticket(episode: GrowingEpisode, port: number): Promise<Ticket>;
  audioTicket(podcastId: string, options?: { ownerId?: string; origin?: string }): Promise<string>;
  uiTicket(what: { podcastId: string } | { clientId: string }, ownerId?: string): Promise<string>;
  close(): Promise<void>;
};

export type StreamerOptions = {
  limits?: Partial<Limits>;
  env?: NodeJS.ProcessEnv;
  media?: MediaStore;
};

export async function createStreamWorld(env: NodeJS.ProcessEnv = {}): Promise<StreamWorld> {
  const store = await openStore({ PORT: '0', ...env });
  const { config, db, media, log } = store;
  const stops: (() => Promise<void>)[] = [];
  return {
    config,
    db,
    media,
    async openStreamer(options = {}) {
      const own = store.configWith(options.env ?? {});
      const notifications = new Notifications(own, log);
      const deps = { config: own, db, media: options.media ?? media, notifications, log };
      const streamer = await createStreamer(deps, options.limits);
      stops.push(async () => {
        await streamer.close();
        await notifications.close();
      });
      return streamer;
    },
    async startStreamer() {
      const streamer = await startStreamer(config);
      stops.push(() => streamer.stop());
      return streamer;
    },
    async ticket({ podcastId, streamId }, port) {
      return {
        ticket: await issueTicket(db, { channel: 'audio', ownerId: localOwnerId, podcastId }, undefined),
        websocketUrl: `ws://127.0.0.1:${port}/api/v1/podcasts/stream`,
        streamId,
      };
    },
    audioTicket: (podcastId, { ownerId = localOwnerId, origin } = {}) =>
      issueTicket(db, { channel: 'audio', ownerId, podcastId }, origin),
    uiTicket: (what, ownerId = localOwnerId) =>
      issueTicket(db, { channel: 'ui', ownerId, ...what }, undefined),
    async close() {
      await Promise.all(stops.map((stop) => stop()));
      await store.close();
    },
  };
}
