// The internal listener: requests of our own processes to the streamers. Every request needs the service token.
import type { Express } from 'express';
import type { Database } from '../../db/connect.js';
import type { Config } from '../../platform/config/load-config.js';
import type { Readiness } from '../../platform/health.js';
import { jsonBody } from '../../platform/http/json-body.js';
import { notFound, plainApp } from '../../platform/http/plain-app.js';
import { problemHandler } from '../../platform/http/problem.js';
import { requireServiceToken } from '../../platform/http/service-token.js';
import type { Logger } from '../../platform/log.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { streamerPaths } from '../../platform/streamer-paths.js';
import { registerHealth } from './register-health.js';
import { notifyNewAudio } from './notify-new-audio.js';
import { sendUiUpdate } from './send-ui-update.js';

export type InternalDeps = {
  config: Config;
  db: Database;
  media: MediaStore;
  log: Logger;
  readiness: Readiness;
};

export function internalApp({ config, db, media, log, readiness }: InternalDeps): Express {
  const app = plainApp({ host: config.INTERNAL_HOST, anyName: true });
  app.use(requireServiceToken(config.SERVICE_TOKEN));
  registerHealth(app, readiness, { details: true });
  app.post(
    streamerPaths.notifyNewAudio,
    ...jsonBody('ASF_NOTIFY_MALFORMED_JSON'),
    notifyNewAudio({ db, media }),
  );
  app.post(streamerPaths.sendUiUpdate, ...jsonBody('ASF_SENDUI_MALFORMED_JSON'), sendUiUpdate({ db }));
  app.use(notFound);
  app.use(problemHandler(log));
  return app;
}
