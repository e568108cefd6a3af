import { z } from 'zod';
import { leftOutReasons } from '../../workflows/contract/left-out.js';
import type { PodcastScript } from '../../workflows/contract/script.js';
import type { Manuscript } from './script-writer.js';

const sourceRef = z.object({ source_id: z.string().min(1), sentence: z.number().int().min(0) });

const line = z.object({
  line_id: z.string().regex(/^l\d{3,}$/),
  speaker: z.string().min(1),
  text: z.string().trim().min(1).max(1200),
  source_refs: z.array(sourceRef),
});

const section = z.object({
  segment_title: z.string().min(1).max(150),
  content: z.string(),
  lines: z.array(line).min(1),
});

const source = z.object({
  source_id: z.string().min(1),
  kind: z.enum(['text', 'file', 'url']),
  title: z.string(),
  url: z.string().exactOptional(),
  site_name: z.string().exactOptional(),
  byline: z.string().exactOptional(),
  published_at: z.string().exactOptional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  word_count: z.number().int().min(0),
});

const leftOut = z.object({
  source_id: z.string(),
  reason: z.enum(leftOutReasons),
  in_words: z.string(),
  pieces: z.number().int(),
  words: z.number().int(),
});

const checks = z.object({
  monologue_sentences: z.number().int().min(0),
  unanswered_questions: z.number().int().min(0),
  repeated_openings: z.number().int().min(0),
  filler_share: z.number().min(0).max(1),
  faults: z.array(z.string()),
});

/**
 * Checks a script as far as it is written, from our own writer or a model: INTRO first, every line by a speaker of
 * the script, every reference to one of its sources, line ids in speaking order; when it is complete, OUTRO last.
 */
export const manuscriptSchema = z
  .object({
    script_id: z.string().regex(/^pswa_script_[0-9a-f]{8,}$/),
    topic: z.string().min(1),
    title: z.string().min(1).max(150),
    language: z.string().min(2),
    full_raw_script: z.string(),
    segments: z.array(section).min(1),
    speakers: z
      .array(z.object({ name: z.string().min(1), voice: z.string().min(1) }))
      .min(1)
      .max(4),
    sources: z.array(source),
    llm_model_used: z.string().min(1),
    source: z.enum(['generation_extractive', 'generation_via_aims', 'cache', 'test_mode_generation']),
    persona_used: z.string(),
    word_count: z.number().int().min(0),
    target_minutes: z.number().positive(),
    estimated_minutes: z.number().min(0),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    checks: checks.exactOptional(),
    left_out: z.array(leftOut).exactOptional(),
    complete: z.boolean(),
    writer_state: z.unknown().optional(),
  })
  .superRefine((script, context) => {
    function problem(path: (string | number)[], message: string): void {
      context.addIssue({ code: 'custom', path, message });
    }
    if (script.segments[0]?.segment_title !== 'INTRO') problem(['segments', 0], 'the first section is INTRO');
    if (script.complete) {
      if (script.segments.length < 3) problem(['segments'], 'a whole script has three sections or more');
      if (script.segments.at(-1)?.segment_title !== 'OUTRO')
        problem(['segments'], 'the last section is OUTRO');
    }
    const speakers = new Set(script.speakers.map(({ name }) => name));
    if (speakers.size !== script.speakers.length) problem(['speakers'], 'two speakers have one name');
    const sources = new Set(script.sources.map(({ source_id }) => source_id));
    let place = 0;
    script.segments.forEach(({ lines }, sectionAt) => {
      lines.forEach((entry, lineAt) => {
        const path = ['segments', sectionAt, 'lines', lineAt];
        if (!speakers.has(entry.speaker)) problem([...path, 'speaker'], 'not a speaker of this script');
        if (entry.source_refs.some((ref) => !sources.has(ref.source_id))) {
          problem([...path, 'source_refs'], 'not a source of this script');
        }
        if (entry.line_id !== lineId(place)) problem([...path, 'line_id'], `expected ${lineId(place)}`);
        place += 1;
      });
    });
  }) satisfies z.ZodType<Manuscript>;

/** The same of a whole script, from our own writer, a model or the store. */
export const podcastScriptSchema = manuscriptSchema.refine(({ complete }) => complete, {
  path: ['complete'],
  message: 'the script is whole',
}) satisfies z.ZodType<PodcastScript>;

/** `l000`, `l001`, ... */
export function lineId(place: number): string {
  return `l${String(place).padStart(3, '0')}`;
}
