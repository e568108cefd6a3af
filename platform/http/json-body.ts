import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { AethercastError } from '../aethercast-error.js';
import type { ErrorCode } from '../error-codes/index.js';

const parseJson: RequestHandler = express.json({ limit: '1mb', type: 'application/json' });

/** Takes a body in JSON alone. @param malformed the code of what is no JSON; default: API_GW_MALFORMED_JSON */
export function jsonBody(malformed?: ErrorCode): RequestHandler[] {
  return [jsonOnly, malformed === undefined ? parseJson : naming(malformed)];
}

function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  if (request.is('application/json') === false) throw new AethercastError('API_GW_UNSUPPORTED_MEDIA_TYPE');
  next();
}

function naming(malformed: ErrorCode): RequestHandler {
  return (request, response, next) => {
    parseJson(request, response, (error?: unknown) => {
      const isMalformed = error instanceof Error && 'type' in error && error.type === 'entity.parse.failed';
      next(isMalformed ? new AethercastError(malformed, { cause: error }) : error);
    });
  };
}
