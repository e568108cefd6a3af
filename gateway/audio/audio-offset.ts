import type { Request } from 'express';
import { z } from 'zod';
import { validationError } from '../http/check-body.js';

const refusal = 'must be a whole number of bytes, from 0';

/** As OpenAPI shows it, and as it is checked. */
export const audioQuery = z.object({
  offset: z
    .string(refusal)
    .regex(/^\d{1,15}$/, refusal)
    .optional()
    .describe(
      'The audio from this byte on, counted without the ID3 tag: the same bytes before and after the end. To resume, the number of bytes received so far.',
    ),
});

/** `?offset=N`; undefined without it. */
export function audioOffset(request: Request): number | undefined {
  const parsed = audioQuery.safeParse(request.query);
  if (!parsed.success) throw validationError(parsed.error);
  return parsed.data.offset === undefined ? undefined : Number(parsed.data.offset);
}
