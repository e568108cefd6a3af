import type { NextFunction, Request, Response } from 'express';

/**
 * On every answer, errors included: nobody guesses types, and nothing is kept that does not say so itself. A handler that
 * allows more replaces `Cache-Control`.
 */
export const safeHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;

export function sendSafeHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.set(safeHeaders);
  next();
}
