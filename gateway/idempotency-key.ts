import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import canonicalize from 'canonicalize';
import { v5 as uuidv5 } from 'uuid';
import { AethercastError } from '../platform/aethercast-error.js';

/** Namespace of all workflow ids; never changes, or every key would stand for a new workflow. */
const workflowNamespace = '5b0e3c1c-6d5e-5b8a-9f43-0a6f7f6f2c11';
const printableAscii = /^[\x20-\x7e]{1,255}$/;

/**
 * The client's key from `X-Idempotency-Key` or `Idempotency-Key`, bare or as a quoted structured-field string;
 * a new one when neither is sent.
 */
export function idempotencyKeyOf(request: Request): string {
  const given = ['x-idempotency-key', 'idempotency-key'].flatMap(
    (name) => request.headersDistinct[name] ?? [],
  );
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

/** Owner-scoped: the same key of another owner, or for another task, is another workflow. */
export function workflowIdFor(ownerId: string, taskName: string, key: string): string {
  return uuidv5(`${ownerId}\n${taskName}\n${key}`, workflowNamespace);
}

/** SHA-256 of the request body in canonical form (RFC 8785): order of fields and white space do not count. */
export function fingerprintOf(body: unknown): Buffer {
  const canonical = canonicalize(body);
  if (canonical === undefined) throw new TypeError('the body is not JSON');
  return createHash('sha256').update(canonical).digest();
}
