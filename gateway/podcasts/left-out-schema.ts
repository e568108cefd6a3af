import { z } from 'zod';
import { leftOutReasons } from '../../workflows/contract/left-out.js';

export const leftOutReason = z.enum(leftOutReasons);

export const leftOutCount = z.object({
  reason: leftOutReason,
  in_words: z.string().describe('For people: "9 tables".'),
  pieces: z.int(),
  words: z.int(),
});
