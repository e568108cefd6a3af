import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import type { Route } from '../http/route.js';
import { toProblem } from '../../platform/http/problem.js';

const errorType = z.enum([
  'invalid_request_error',
  'configuration_error',
  'idempotency_conflict',
  'internal_error',
]);

/** The form of errors of the model services. */
export const aimsError: NonNullable<Route['errorForm']> = {
  json: z
    .object({
      request_id: z.uuid(),
      error: z.object({ type: errorType, message: z.string(), code: z.string() }),
    })
    .meta({ id: 'AimsError' }),
  handle:
    ({ log }) =>
    // Express recognises an error handler by its four parameters.
    (error: unknown, request: Request, response: Response, _next: NextFunction) => {
      const { code, status, message } = toProblem(error);
      if (status === 500) log.error({ err: error, path: request.path }, 'a request failed');
      if (status === 503) response.set('Retry-After', '2');
      response
        .status(status)
        .json({ request_id: randomUUID(), error: { type: typeOf(status, code), message, code } });
    },
};

function typeOf(status: number, code: string): z.infer<typeof errorType> {
  if (code === 'AIMS_NOT_CONFIGURED') return 'configuration_error';
  if (code === 'IDEMPOTENCY_KEY_REUSED') return 'idempotency_conflict';
  return status < 500 ? 'invalid_request_error' : 'internal_error';
}
