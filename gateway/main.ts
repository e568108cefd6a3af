// Process: the gateway.
import { sql } from 'kysely';
import { connectDatabase } from '../db/connect.js';
import { loadConfig } from '../platform/config/load-config.js';
import { Readiness } from '../platform/health.js';
import { closeServer, listen, onShutdown } from '../platform/lifecycle.js';
import { createLogger } from '../platform/log.js';
import { createMediaStore } from '../platform/media-store/create-media-store.js';
import { connectTemporal } from '../platform/temporal/connect-temporal.js';
import { createAvailableVoices } from '../voices/available-voices.js';
import { createGateway, createInternalGateway } from './create-gateway.js';
import { GrowingEpisodes } from './audio/growing-episodes.js';
import { resolveLocalOwner } from './owner.js';

const defaultPort = 5001;
const drainMs = 5_000;
/** Clients get their 503 within five seconds. */
const databaseAnswerMs = 4_000;

const config = loadConfig();
const log = createLogger('api-gateway', config.LOG_LEVEL);
const db = connectDatabase(config, log, { answerWithinMs: databaseAnswerMs });
const temporal = await connectTemporal(config);
const media = createMediaStore(config);
// Without the engine requests are still taken and recorded; the reconciler starts them later.
const readiness = new Readiness(
  { database: () => sql`select 1`.execute(db) },
  { engine: () => temporal.workflowService.getSystemInfo({}) },
);
const casting = createAvailableVoices(config, log);
const growing = new GrowingEpisodes({ config, db, log });
const deps = { config, db, temporal, media, log, resolveOwner: resolveLocalOwner, casting, growing };

const publicListener = await listen(createGateway(deps, readiness), config.HOST, config.PORT ?? defaultPort);
const internalListener = await listen(
  createInternalGateway(deps, readiness),
  config.INTERNAL_HOST,
  config.INTERNAL_PORT ?? 0,
);
log.info({ port: publicListener.port, internal_port: internalListener.port }, 'the gateway listens');
// The first call opens the connection; the first request should not have to.
temporal.connection.ensureConnected().catch((error: unknown) => {
  log.warn({ err: error }, 'the workflow engine does not answer yet');
});

onShutdown((reason) => {
  log.info({ reason }, 'the gateway stops');
  readiness.drain();
  void stop();
});

async function stop(): Promise<void> {
  await Promise.all([
    closeServer(publicListener.server, drainMs),
    closeServer(internalListener.server, drainMs),
  ]);
  await growing.close();
  await db.destroy();
  await temporal.connection.close();
  process.exit(0);
}
