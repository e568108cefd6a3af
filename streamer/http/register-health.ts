import type { Express } from 'express';
import type { Readiness } from '../../platform/health.js';
import { live, ready } from '../../platform/http/health-handlers.js';
import { streamerPaths } from '../../platform/streamer-paths.js';

/** `/livez`, `/readyz`, and `/asf/health`. Only the internal listener names the checks that failed. */
export function registerHealth(app: Express, readiness: Readiness, { details }: { details: boolean }): void {
  app.get('/livez', live);
  app.get('/readyz', ready(readiness, { details }));
  app.get(streamerPaths.health, async (_request, response) => {
    const { ready: healthy } = await readiness.report();
    response
      .status(healthy ? 200 : 503)
      .json({ status: healthy ? 'Audio Stream Feeder is healthy' : 'Audio Stream Feeder is unhealthy' });
  });
}
