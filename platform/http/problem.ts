import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { isDatabaseAway } from '../database-away.js';
import { AethercastError } from '../aethercast-error.js';
import { codeEntry, isErrorCode } from '../error-codes/index.js';
import type { Logger } from '../log.js';
import { safeHeaders } from './safe-headers.js';

/** Headers that belong to a content, which an error is not. */
const ofContent = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Length',
  'ETag',
  'Last-Modified',
  'Link',
];

/**
 * Answers an error once, as RFC 9457 problem+json that is a superset of the original envelope
 * `{error_code, message, details?, workflow_id?}`. Unknown errors are logged whole and answered without detail.
 */
export function sendProblem(error: unknown, request: Request, response: Response, log: Logger): void {
  const problem = toProblem(error);
  const entry = codeEntry(problem.code);
  if (problem.status === 500) {
    log.error({ err: error, method: request.method, path: request.path }, 'a request failed');
  } else if (problem.code === 'API_GW_DATABASE_UNAVAILABLE') {
    log.warn(
      { err: error, method: request.method, path: request.path },
      'the database cannot serve a request',
    );
  }
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (entry.status === 503) response.set('Retry-After', '2');
  // A handler may have described what it was about to send.
  for (const name of ofContent) response.removeHeader(name);
  response
    .set(safeHeaders)
    .status(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `https://aethercast.dev/problems/${problem.code}`,
        title: entry.message,
        status: problem.status,
        detail: problem.message,
        instance: request.originalUrl.split('?')[0],
        error_code: problem.code,
        message: problem.message,
        retryable: entry.retryable,
        ...(Object.keys(problem.details).length > 0 ? { details: problem.details } : {}),
        workflow_id: problem.workflowId,
      }),
    );
}

export function problemHandler(log: Logger): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, request: Request, response: Response, _next: NextFunction) => {
    sendProblem(error, request, response, log);
  };
}

/** What a listener tells of an error. */
export type Problem = {
  code: string;
  status: number;
  message: string;
  details: Record<string, unknown>;
  workflowId?: string;
};

export function toProblem(error: unknown): Problem {
  if (error instanceof AethercastError) return known(error.code, error.message, error.details);
  if (isDatabaseAway(error)) return known('API_GW_DATABASE_UNAVAILABLE');
  // A path with a broken escape names nothing: 404. Express gives it the status of a broken body, so this comes first.
  if (error instanceof URIError) return known('API_GW_NOT_FOUND');
  const status = statusOf(error);
  if (status === 413) return known('API_GW_BODY_TOO_LARGE');
  if (status === 415) return known('API_GW_UNSUPPORTED_MEDIA_TYPE');
  if (status === 400) return known('API_GW_MALFORMED_JSON');
  return known('API_GW_INTERNAL_SERVER_ERROR');
}

function known(code: string, message?: string, details: Record<string, unknown> = {}): Problem {
  const entry = codeEntry(code);
  const workflowId = details['workflow_id'];
  return {
    code: isErrorCode(code) ? code : 'API_GW_INTERNAL_SERVER_ERROR',
    status: entry.status,
    message: message ?? entry.message,
    details,
    ...(typeof workflowId === 'string' ? { workflowId } : {}),
  };
}

/** The body parser's errors carry their HTTP status. */
function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
}
