// Process: the listener in front of the Web UI of a Temporal server that is not the local stack's.
import { loadConfig } from '../platform/config/load-config.js';
import { onShutdown } from '../platform/lifecycle.js';
import { createLogger } from '../platform/log.js';
import { openWebUi } from './open-web-ui.js';

const defaultPort = 8233;

const config = loadConfig();
const log = createLogger('temporal-ui', config.LOG_LEVEL);
if (config.TEMPORAL_UI_SERVER === undefined) throw new Error('TEMPORAL_UI_SERVER must be set.');
const webUi = await openWebUi({
  host: config.HOST,
  port: config.PORT ?? defaultPort,
  server: config.TEMPORAL_UI_SERVER,
  publicUrl: config.TEMPORAL_UI_URL,
});
log.info({ port: config.PORT ?? defaultPort }, 'the Temporal Web UI can be opened');

onShutdown((reason) => {
  log.info({ reason }, 'the Temporal Web UI closes');
  void webUi.close().then(() => process.exit(0));
});
