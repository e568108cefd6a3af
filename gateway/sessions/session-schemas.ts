import { z } from 'zod';
import { deepest, isStorable } from '../../platform/storable.js';
import type { FaultCodes } from '../http/faults.js';
import { line } from '../http/text.js';

/** In bytes of JSON. */
const maxPreferences = 32 * 1024;

export const tag = 'Sessions';
export const clientId = line(128);
export const sessionSchema = z
  .object({ client_id: z.string(), preferences: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Session' });

export const preferencesBody = z
  .record(z.string(), z.unknown(), 'must be a JSON object')
  .refine(isStorable, {
    message: `must not contain NUL characters or halves of characters, nor be nested deeper than ${deepest}`,
    abort: true,
  })
  .refine(
    (given) => Buffer.byteLength(JSON.stringify(given)) <= maxPreferences,
    `must have at most ${maxPreferences} bytes`,
  )
  .describe(
    `At most ${maxPreferences} bytes of JSON, nested at most ${deepest} deep, without NUL characters.`,
  );

/** A missing or wrong client id is reported first. */
export const sessionCodes: FaultCodes = {
  other: 'API_GW_SESSION_CLIENT_ID_INVALID',
  of: ([field]) =>
    field === 'client_id' ? 'API_GW_SESSION_CLIENT_ID_INVALID' : 'API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD',
};
