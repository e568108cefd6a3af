import express, { type Express, type Request } from 'express';
import { AethercastError } from '../aethercast-error.js';
import { refuseForeignPages, type Place } from './foreign-pages.js';
import { sendSafeHeaders } from './safe-headers.js';

/** Express without what it tells of itself, with queries as plain texts, and closed to web pages of other sites. */
export function plainApp(place: Place): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(sendSafeHeaders, refuseForeignPages(place));
  return app;
}

/** The last handler of a listener. */
export function notFound(request: Request): void {
  throw new AethercastError('API_GW_NOT_FOUND', { message: `There is nothing at ${request.path}.` });
}
