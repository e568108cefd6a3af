import type { Request, Response } from 'express';
import type { Readiness } from '../../platform/health.js';

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
