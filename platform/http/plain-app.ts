import express, { type Express, type Request } from 'express';
import { AethercastError } from '../aethercast-error.js';

/** Express without what it tells of itself, and with queries as plain texts. */
export function plainApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  return app;
}

/** The last handler of a listener. */
export function notFound(request: Request): void {
  throw new AethercastError('API_GW_NOT_FOUND', { message: `There is nothing at ${request.path}.` });
}
