import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { KeyPolicy } from './key-policy.js';

const printableAscii = /^[\x20-\x7e]{1,255}$/;

const headerNames = ['x-idempotency-key', 'idempotency-key'];

/** The request's idempotency key. The answer says `Idempotency-Replayed: false` until a run is found to say otherwise. */
export function readKey(policy: KeyPolicy, request: Request, response: Response): string | undefined {
  const given = headerNames.flatMap((name) => request.headersDistinct[name] ?? []);
  if (policy === 'optional' && given.length === 0) return undefined;
  response.set('Idempotency-Replayed', 'false');
  if (typeof policy === 'object' && given.length === 0) throw new AethercastError(policy.missing);
  return keyIn(given) ?? randomUUID();
}

/** Keys may be bare or quoted structured-field strings, under either name; undefined where there is none. */
function keyIn(given: string[]): string | undefined {
  const keys = new Set(given.map(unquoted));
  if (keys.size > 1) {
    throw new AethercastError('API_GW_IDEMPOTENCY_KEY_INVALID', {
      message: 'The request carries two different idempotency keys. Send one.',
    });
  }
  const [key] = keys;
  if (key !== undefined && !printableAscii.test(key))
    throw new AethercastError('API_GW_IDEMPOTENCY_KEY_INVALID');
  return key;
}

/** `"a\"b"` -> `a"b` (RFC 8941 strings); anything else as it is. */
function unquoted(value: string): string {
  const trimmed = value.trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(trimmed);
  return quoted?.[1]?.replace(/\\(["\\])/g, '$1') ?? trimmed;
}
