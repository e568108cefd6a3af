import type { Request, Response } from 'express';
import type { Readiness } from '../health.js';

/** `/livez`: the process answers. No dependency is asked, or one outage would restart everything. */
export function live(_request: Request, response: Response): void {
  response.json({ status: 'ok' });
}

/** `/readyz`: whether requests can be served. Names of failed checks are not for strangers. */
export function ready(readiness: Readiness, options: { details: boolean }) {
  return async (_request: Request, response: Response): Promise<void> => {
    const report = await readiness.report();
    response.status(report.ready ? 200 : 503).json({
      status: report.ready ? 'ok' : 'unavailable',
      ...(options.details ? { checks: report.checks } : {}),
    });
  };
}
