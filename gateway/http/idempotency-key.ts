import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';

const printableAscii = /^[\x20-\x7e]{1,255}$/;

const headerNames = ['x-idempotency-key', 'idempotency-key'];

export function hasIdempotencyKey(request: Request): boolean {
  return headerNames.some((name) => request.headers[name] !== undefined);
}

/**
 * The client's key from `X-Idempotency-Key` or `Idempotency-Key`, bare or as a quoted structured-field string;
 * a new one when neither is sent.
 */
export function idempotencyKeyOf(request: Request): string {
  const given = headerNames.flatMap((name) => request.headersDistinct[name] ?? []);
  const keys = new Set(given.map(unquoted));
  if (keys.size > 1) {
    throw new AethercastError('API_GW_IDEMPOTENCY_KEY_INVALID', {
      message: 'The request carries two different idempotency keys. Send one.',
    });
  }
  const [key] = keys;
  if (key === undefined) return randomUUID();
  if (!printableAscii.test(key)) throw new AethercastError('API_GW_IDEMPOTENCY_KEY_INVALID');
  return key;
}

/** `"a\"b"` -> `a"b` (RFC 8941 strings); anything else as it is. */
function unquoted(value: string): string {
  const trimmed = value.trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(trimmed);
  return quoted?.[1]?.replace(/\\(["\\])/g, '$1') ?? trimmed;
}
