import { z } from 'zod';
import type { ErrorCode } from '../../platform/error-codes/index.js';

/**
 * Whether an operation takes an idempotency key: `made` by the gateway where the client sends none, `optional` where
 * the operation does something else without one, or required, with the code of a missing one.
 */
export type KeyPolicy = 'made' | 'optional' | { missing: ErrorCode };

/** Printable ASCII without spaces at its ends; `""` is an empty quoted string. */
const pattern = /^(?!""$)[!-~](?:[ -~]{0,253}[!-~])?$/;
const key = z.string().regex(pattern);
const form =
  '1 to 255 printable ASCII characters, bare or as a quoted string; also taken as `Idempotency-Key`.';

const required = z.object({ 'X-Idempotency-Key': key.describe(form) });
const optional = z.object({ 'X-Idempotency-Key': key.optional().describe(form) });
const made = z.object({
  'X-Idempotency-Key': key.optional().describe(`${form} The gateway makes one when none is sent.`),
});

/** The header as the OpenAPI document shows it; `read-key.ts` reads it. */
export function keyHeaders(policy: KeyPolicy): z.ZodObject {
  if (policy === 'made') return made;
  return policy === 'optional' ? optional : required;
}

/** Headers of every answer about a run. */
export const replayedHeaders = {
  'Idempotency-Key': 'The key, as a quoted string.',
  'Idempotency-Replayed': '`true` when the key had been used before.',
};

export function keyErrors(policy: KeyPolicy): ErrorCode[] {
  return [
    ...(typeof policy === 'object' ? [policy.missing] : []),
    'API_GW_IDEMPOTENCY_KEY_INVALID',
    'IDEMPOTENCY_KEY_REUSED',
  ];
}
