// Streamers as processes of their own, on a database and media folder that the test has too.
import { rm } from 'node:fs/promises';
import { connectDatabase, localOwnerId, type Database } from '../../db/connect.js';
import { migrate } from '../../db/migrate.js';
import { issueTicket } from '../../db/stream-tickets.js';
import { createLogger } from '../../platform/log.js';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { Ticket } from '../../web/listen/index.js';
import { startChild, type ChildProgram } from './child-process.js';
import type { GrowingEpisode } from './growing-episode.js';
import { isolatedConfig, openTemporaryFolder, testDatabaseServer } from './test-servers.js';

export type StreamerProcess = ChildProgram & { port: number };

/** What streamers serve from. */
export type StreamWorld = {
  db: Database;
  media: MediaStore;
  startStreamer(): Promise<StreamerProcess>;
  /** A ticket for the episode as the gateway would give it, at a streamer's (or a proxy's) port. */
  ticket(episode: GrowingEpisode, port: number): Promise<Ticket>;
  close(): Promise<void>;
};

export async function openStreamWorld(): Promise<StreamWorld> {
  const folder = await openTemporaryFolder('stream-');
  const database = await (await testDatabaseServer()).createDatabase();
  const env = { DATABASE_URL: database.url, SERVICE_TOKEN: 'a-token-for-tests-only', PORT: '0' };
  const config = isolatedConfig(folder, env);
  const db = connectDatabase(config, createLogger('test', 'silent'));
  await migrate(db);
  const streamers: StreamerProcess[] = [];
  return {
    db,
    media: createMediaStore(config),
    async startStreamer() {
      const child = await startChild('streamer/main.js', {
        env: { PATH: process.env['PATH'], AETHERCAST_DATA: folder, ...env },
        ready: /"port":\d+.*listens/,
      });
      const streamer = { ...child, port: Number(/"port":(\d+)/.exec(child.readyLine)?.[1]) };
      streamers.push(streamer);
      return streamer;
    },
    async ticket({ podcastId, streamId }, port) {
      const grant = { channel: 'audio', ownerId: localOwnerId, podcastId } as const;
      return {
        ticket: await issueTicket(db, grant, undefined),
        websocketUrl: `ws://127.0.0.1:${port}/api/v1/podcasts/stream`,
        streamId,
      };
    },
    async close() {
      await Promise.all(streamers.map((streamer) => streamer.stop()));
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
