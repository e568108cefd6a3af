import { z } from 'zod';

const key = '1 to 255 printable ASCII characters, bare or as a quoted string.';

export const idempotencyHeaders = z.object({
  'X-Idempotency-Key': z.string().optional().describe(`${key} Made by the gateway when none is sent.`),
  'Idempotency-Key': z.string().optional().describe('The same header by its standard name.'),
});

export const requiredKeyHeaders = z.object({
  'X-Idempotency-Key': z.string().describe(`${key} Also taken as \`Idempotency-Key\`.`),
});

/** Of every answer about a run. */
export const replayedHeaders = {
  'Idempotency-Key': 'The key, as a quoted string.',
  'Idempotency-Replayed': '`true` when the key had been used before.',
};
