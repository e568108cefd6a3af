// Process: a streamer.
import { connectDatabase } from '../db/connect.js';
import { Notifications } from '../db/live/notifications.js';
import { loadConfig } from '../platform/config/load-config.js';
import { onShutdown } from '../platform/lifecycle.js';
import { createLogger } from '../platform/log.js';
import { createMediaStore } from '../platform/media-store/create-media-store.js';
import { createStreamer } from './create-streamer.js';

/** Listeners that join are answered within five seconds, and followed episodes are looked up again as soon. */
const databaseAnswerMs = 4_000;

const config = loadConfig();
const log = createLogger('audio-stream-feeder', config.LOG_LEVEL);
const db = connectDatabase(config, log, { answerWithinMs: databaseAnswerMs });
const notifications = new Notifications(config, log);
const media = createMediaStore(config);
const streamer = await createStreamer({ config, db, media, notifications, log });
log.info({ port: streamer.port, internal_port: streamer.internalPort }, 'the streamer listens');

onShutdown((reason) => {
  log.info({ reason }, 'the streamer stops');
  void stop();
});

async function stop(): Promise<void> {
  await streamer.close();
  await notifications.close();
  await db.destroy();
  process.exit(0);
}
