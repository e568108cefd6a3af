// Process: a worker. Hosts workflows and activities on the configured queues.
import { Runtime } from '@temporalio/worker';
import { sql } from 'kysely';
import { createHarvester } from '../activities/content-harvest/create-harvester.js';
import { createImageStudio } from '../activities/models/image/image-studio.js';
import { createWorkProcess } from '../activities/threads/work-process.js';
import { createMailer } from '../activities/mail/create-mailer.js';
import { createScriptWriter } from '../activities/models/language/create-script-writer.js';
import { createSnippetWriter } from '../activities/models/language/create-snippet-writer.js';
import { createSearch } from '../activities/models/search/create-search.js';
import { createVoiceForge } from '../activities/voice-forge/voice-forge.js';
import { connectDatabase } from '../db/connect.js';
import { loadConfig } from '../platform/config/load-config.js';
import { Readiness } from '../platform/health.js';
import { live, ready } from '../platform/http/health-handlers.js';
import { plainApp } from '../platform/http/plain-app.js';
import { vitals } from '../platform/http/vitals.js';
import { closeServer, listen, onShutdown } from '../platform/lifecycle.js';
import { createLogger } from '../platform/log.js';
import { createMediaStore } from '../platform/media-store/create-media-store.js';
import { connectTemporal } from '../platform/temporal/connect-temporal.js';
import { queues } from '../workflows/contract/queues.js';
import { createWorkerHost } from './create-worker-host.js';
import { startReconciling } from './reconcile-loop.js';
import { temporalLogger } from './temporal-logger.js';

const config = loadConfig();
const log = createLogger('worker', config.LOG_LEVEL);
Runtime.install({
  // Shutdown is ours: the health page must say "draining" first, and the pools close after the workers.
  shutdownSignals: [],
  logger: temporalLogger(log),
});

const db = connectDatabase(config, log);
const temporal = await connectTemporal(config);
const threads = createWorkProcess();
const forge = createVoiceForge(config);
const harvester = createHarvester(config, { threads });
const search = await createSearch(config, db, Date.now, threads);
const studio = createImageStudio(config);
const mailer = createMailer(config, log);
const media = createMediaStore(config);
const host = await createWorkerHost({
  config,
  db,
  media,
  log,
  harvester,
  search,
  writer: createScriptWriter(threads),
  threads,
  snippetWriter: createSnippetWriter(),
  forge,
  studio,
  mailer,
});

const readiness = new Readiness({
  database: () => sql`select 1`.execute(db),
  engine: () => temporal.workflowService.getSystemInfo({}),
  workers: () => (host.isRunning() ? Promise.resolve() : Promise.reject(new Error('not polling'))),
});
const health = await listen(healthPage(), config.HOST, config.PORT ?? 0);
const stopReconciling = config.WORKER_QUEUES.includes(queues.main)
  ? startReconciling({ db, temporal, media, log, config }, config.RECONCILE_INTERVAL_SECONDS * 1_000)
  : undefined;
log.info({ port: health.port, queues: config.WORKER_QUEUES }, 'the worker runs');

onShutdown((reason) => {
  log.info({ reason }, 'the worker stops');
  readiness.drain();
  host.shutdown();
});

await host.run();
await stopReconciling?.();
mailer.close();
await Promise.all([
  forge.close(),
  harvester.close(),
  threads.close(),
  search.close(),
  studio.close(),
  closeServer(health.server, 1_000),
]);
await db.destroy();
await temporal.connection.close();
process.exit(0);

function healthPage() {
  const app = plainApp({ host: config.HOST });
  app.get('/livez', live);
  app.get('/readyz', ready(readiness, { details: true }));
  app.get('/vitals', vitals());
  return app;
}
