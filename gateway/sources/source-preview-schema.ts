import { z } from 'zod';
import type { ShownPreview } from '../../workflows/contract/source-preview.js';
import { leftOutCount, leftOutReason } from '../podcasts/left-out-schema.js';

export const sourcePreviewSchema = z
  .object({
    title: z.string(),
    byline: z.string().nullable(),
    site_name: z.string().nullable(),
    published_at: z.string().nullable().describe('As the page names it.'),
    language: z.string().nullable().describe('ISO 639-1 code; null where the text is too short to tell.'),
    url: z.string().nullable().describe('The address that was read in the end; null for files and texts.'),
    text: z.string(),
    words: z.int(),
    said_words: z.int().describe('How many of them may be said.'),
    truncated: z.boolean().describe('The source is longer than what is kept; its beginning is read.'),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    left_out: z.array(
      z.object({
        reason: leftOutReason,
        text: z.string().describe('Its beginning.'),
        words: z.int(),
        pieces: z.int().exactOptional().describe('How many pieces it stands for. Absent: one.'),
      }),
    ),
    left_out_counts: z.array(leftOutCount).describe('Of everything that is left out.'),
    spoken: z
      .array(z.object({ text: z.string(), said: z.string().describe('As a voice is given it.') }))
      .describe('Each sentence that may be said. An episode takes what its length allows.'),
    shortened: z
      .boolean()
      .describe('`text`, `spoken` and `left_out` hold only the beginning; the counts are of all.'),
  })
  .meta({ id: 'SourcePreview' }) satisfies z.ZodType<ShownPreview>;
