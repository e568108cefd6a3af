// The gateway: the only public REST door. May import workflows/contract, db and platform.
import { timingSafeEqual } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Readiness } from '../platform/health.js';
import { addPeopleRoutes } from './add-people-routes.js';
import type { GatewayDeps } from './gateway-deps.js';
import { problemHandler } from './problem.js';
import { cancelPodcast, pausePodcast, resumePodcast, retryPodcast } from './routes/control-podcast.js';
import { createPodcast } from './routes/create-podcast.js';
import { health, live, ready } from './routes/health.js';
import { getAudio, getManifest, getScript, getTranscript } from './routes/podcast-files.js';
import { getMedia, getMediaAccessUrl } from './routes/media.js';
import { changePodcast, getAudit, getPodcast, getPodcasts, removePodcast } from './routes/read-podcasts.js';
import { uploadFile } from './routes/upload-file.js';
import { getVoicePreview, getVoices } from './routes/voices.js';
import { refuseForeignPages } from './same-origin.js';

const maxBody = '1mb';

/** The public listener's app. */
export function createGateway(deps: GatewayDeps, readiness: Readiness): Express {
  const app = plainApp();
  app.use(refuseForeignPages(deps.config.HOST));
  app.get('/livez', live);
  app.get('/readyz', ready(readiness, { details: false }));
  app.get('/health', health(readiness));

  const json = express.json({ limit: maxBody, type: 'application/json' });
  addPeopleRoutes(app, deps, { json: [jsonOnly, json], wrongMethod });
  app
    .route('/api/v1/podcasts')
    .get(getPodcasts(deps))
    .post(jsonOnly, json, createPodcast(deps))
    .all(wrongMethod);
  app
    .route('/api/v1/podcasts/:id')
    .get(getPodcast(deps))
    .patch(jsonOnly, json, changePodcast(deps))
    .delete(removePodcast(deps))
    .all(wrongMethod);
  app.route('/api/v1/podcasts/:id/script').get(getScript(deps)).all(wrongMethod);
  app.route('/api/v1/podcasts/:id/transcript.vtt').get(getTranscript(deps)).all(wrongMethod);
  app.route('/api/v1/podcasts/:id/manifest.json').get(getManifest(deps)).all(wrongMethod);
  app.route('/api/v1/podcasts/:id/audio.mp3').get(getAudio(deps)).all(wrongMethod);
  app.route('/api/v1/podcasts/:id/audit').get(getAudit(deps)).all(wrongMethod);
  app.route('/api/v1/podcasts/:id/cancel').post(cancelPodcast(deps)).all(wrongMethod);
  app.route('/api/v1/podcasts/:id/pause').post(pausePodcast(deps)).all(wrongMethod);
  app.route('/api/v1/podcasts/:id/resume').post(resumePodcast(deps)).all(wrongMethod);
  app.route('/api/v1/podcasts/:id/retry').post(retryPodcast(deps)).all(wrongMethod);
  app.route('/api/v1/uploads').post(uploadFile(deps)).all(wrongMethod);
  app.route('/api/v1/voices').get(getVoices(deps)).all(wrongMethod);
  app.route('/api/v1/voices/:name/preview').get(getVoicePreview(deps)).all(wrongMethod);
  app.route('/api/v1/media/{*key}').get(getMedia(deps)).all(wrongMethod);

  app.use(notFound);
  app.use(problemHandler(deps.log));
  return app;
}

/** The internal listener's app: for programs of ours alone, each request with the service token, or a signed address. */
export function createInternalGateway(deps: GatewayDeps, readiness: Readiness): Express {
  const app = plainApp();
  app.get('/api/v1/media/{*key}', getMedia(deps));
  app.use(requireServiceToken(deps.config.SERVICE_TOKEN));
  app.get('/readyz', ready(readiness, { details: true }));
  app.get('/api/v1/internal/media_access_url', getMediaAccessUrl(deps));
  app.use(notFound);
  app.use(problemHandler(deps.log));
  return app;
}

function plainApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  return app;
}

function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  if (request.is('application/json') === false) throw new AethercastError('API_GW_UNSUPPORTED_MEDIA_TYPE');
  next();
}

function wrongMethod(request: Request): void {
  throw new AethercastError('API_GW_METHOD_NOT_ALLOWED', {
    message: `${request.path} does not take ${request.method}.`,
  });
}

function notFound(request: Request): void {
  throw new AethercastError('API_GW_NOT_FOUND', { message: `There is nothing at ${request.path}.` });
}

function requireServiceToken(token: string | undefined) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const given = /^Bearer (.+)$/.exec(request.get('Authorization') ?? '')?.[1];
    if (token === undefined || given === undefined || !sameSecret(given, token)) {
      throw new AethercastError('API_GW_UNAUTHORIZED');
    }
    next();
  };
}

function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
