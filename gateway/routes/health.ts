import type { Request, Response } from 'express';
import type { Readiness } from '../../platform/health.js';

/** `/livez`: the process answers. No dependency is asked, or one outage would restart everything. */
export function live(_request: Request, response: Response): void {
  response.json({ status: 'ok' });
}

/** `/readyz`: whether requests can be served. Names of failed checks are told on the internal listener only. */
export function ready(readiness: Readiness, options: { details: boolean }) {
  return async (_request: Request, response: Response): Promise<void> => {
    const report = await readiness.report();
    response.status(report.ready ? 200 : 503).json({
      status: report.ready ? 'ok' : 'unavailable',
      ...(options.details ? { checks: report.checks } : {}),
    });
  };
}

/** `/health` in the words of the seeds. */
export function health(readiness: Readiness) {
  return async (_request: Request, response: Response): Promise<void> => {
    const { ready: healthy, checks } = await readiness.report();
    response.status(healthy ? 200 : 503).json({
      status: healthy ? 'API Gateway is healthy' : 'API Gateway is unhealthy',
      cpoa_module_status: checks['engine'] ?? 'failed',
      database_status: checks['database'] ?? 'failed',
    });
  };
}
