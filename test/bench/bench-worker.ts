// Process: a worker host as the product runs it, with zero-cost agents behind the real activities, with agents as slow as
// models (`simulated`), or with activities that do nothing at all (`noop`).
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createMailer } from '../../activities/mail/create-mailer.js';
import { createActivities } from '../../activities/create-activities.js';
import { createSnippetWriter } from '../../activities/models/language/create-snippet-writer.js';
import { createSearch } from '../../activities/models/search/create-search.js';
import { connectDatabase } from '../../db/connect.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { onShutdown } from '../../platform/lifecycle.js';
import { createLogger } from '../../platform/log.js';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import { createWorkerHost } from '../../workers/create-worker-host.js';
import { createNoopActivities } from './noop-activities.js';
import { slowForge, slowWriter } from './simulated-models.js';
import { zeroCostForge, zeroCostHarvester, zeroCostStudio, zeroCostWriter } from './zero-cost-agents.js';

const config = { ...loadConfig(), SHUTDOWN_GRACE_SECONDS: 0 };
const log = createLogger('bench-worker', 'warn');
Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
const simulated = process.argv.includes('simulated');
const db = connectDatabase(config, log);
const deps = {
  config,
  db,
  media: createMediaStore(config),
  log,
  harvester: zeroCostHarvester,
  search: await createSearch(config, db),
  writer: simulated ? slowWriter : zeroCostWriter,
  snippetWriter: createSnippetWriter(),
  forge: simulated ? slowForge : zeroCostForge,
  studio: zeroCostStudio,
  mailer: createMailer(config, log),
};
const host = await createWorkerHost(
  deps,
  undefined,
  process.argv.includes('noop') ? createNoopActivities(zeroCostForge.slots + 1) : createActivities(deps),
);
onShutdown(() => host.shutdown());
const running = host.run();
process.stdout.write('ready\n');
await running;
await db.destroy();
process.exit(0);
