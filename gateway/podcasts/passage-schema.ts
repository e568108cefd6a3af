import { z } from 'zod';

const sentence = z.object({
  sentence: z.number().int().describe('Its place in the source, from 0, as in `source_refs`.'),
  text: z.string(),
  cited: z.boolean().describe('The line is taken from it.'),
});

const passage = z
  .object({
    source_id: z.string(),
    heading: z.string().exactOptional().describe('The heading above it in the source.'),
    is_start: z.boolean().describe('The source begins with it.'),
    is_end: z.boolean().describe('The source ends with it.'),
    paragraphs: z.array(z.object({ sentences: z.array(sentence) })),
  })
  .meta({ id: 'Passage' });

export const linePassagesSchema = z
  .object({
    line_id: z.string(),
    passages: z.array(passage).describe('Empty for lines of the hosts’ own.'),
  })
  .meta({ id: 'LinePassages' });

export type Passage = z.infer<typeof passage>;
