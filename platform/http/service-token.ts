import { timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { AethercastError } from '../aethercast-error.js';

/** Lets programs of ours in; without a configured token nobody. */
export function requireServiceToken(token: string | undefined) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const given = /^Bearer (.+)$/.exec(request.get('Authorization') ?? '')?.[1];
    if (token === undefined || given === undefined || !sameSecret(given, token)) {
      throw new AethercastError('API_GW_UNAUTHORIZED');
    }
    next();
  };
}

function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
