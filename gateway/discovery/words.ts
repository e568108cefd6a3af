import type { z } from 'zod';
import { line } from '../http/text.js';

/** A text with at least one letter or digit: punctuation alone finds nothing. */
export function words(max: number) {
  return line(max)
    .refine((value) => /[\p{L}\p{N}]/u.test(value), 'must have a word in it')
    .meta({ pattern: '[\\p{L}\\p{N}]' });
}

/** Clients write null where they have nothing. */
export function orAbsent<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? undefined);
}
