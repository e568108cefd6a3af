import type { Express } from 'express';
import type { Readiness } from '../../platform/health.js';
import type { Place } from '../../platform/http/foreign-pages.js';
import { notFound, plainApp } from '../../platform/http/plain-app.js';
import { problemHandler } from '../../platform/http/problem.js';
import type { Logger } from '../../platform/log.js';
import { registerHealth } from './register-health.js';

/** The public listener answers plain HTTP for health only; the channels are reached by WebSocket upgrades. */
export function publicApp(place: Place, readiness: Readiness, log: Logger): Express {
  const app = plainApp(place);
  registerHealth(app, readiness, { details: false });
  app.use(notFound);
  app.use(problemHandler(log));
  return app;
}
