import { z } from 'zod';
import { leftOutCount } from './left-out-schema.js';
import type { PodcastScript } from '../../workflows/contract/script.js';

const line = z.object({
  line_id: z.string(),
  speaker: z.string(),
  text: z.string(),
  source_refs: z.array(z.object({ source_id: z.string(), sentence: z.number().int() })),
});

const source = z.object({
  source_id: z.string(),
  kind: z.enum(['text', 'file', 'url']),
  title: z.string(),
  url: z.string().exactOptional(),
  site_name: z.string().exactOptional(),
  byline: z.string().exactOptional(),
  published_at: z.string().exactOptional(),
  sha256: z.string(),
  word_count: z.number().int(),
});

const checks = z.object({
  monologue_sentences: z
    .number()
    .int()
    .describe('The most sentences of one voice without a word of another; 0 where one voice is alone.'),
  unanswered_questions: z.number().int(),
  repeated_openings: z.number().int().describe('How often a line of the hosts’ own begins like another one.'),
  filler_share: z.number().describe('Part of the words that no source supports.'),
  faults: z.array(z.string()).describe('What is beyond the limits.'),
});

/** The public form of a script, as it is stored and served. */
export const podcastScriptView = z
  .object({
    script_id: z.string(),
    topic: z.string(),
    title: z.string(),
    language: z.string().describe('BCP 47 tag.'),
    full_raw_script: z.string(),
    segments: z
      .array(z.object({ segment_title: z.string(), content: z.string(), lines: z.array(line) }))
      .describe('INTRO first, OUTRO last (once it is complete).'),
    speakers: z.array(z.object({ name: z.string(), voice: z.string() })),
    sources: z.array(source),
    llm_model_used: z.string(),
    source: z.enum(['generation_extractive', 'generation_via_aims', 'cache', 'test_mode_generation']),
    persona_used: z.string(),
    word_count: z.number().int(),
    target_minutes: z.number(),
    estimated_minutes: z.number(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    checks: checks
      .exactOptional()
      .describe('How pleasant the script is to hear. Absent while it is being written.'),
    left_out: z
      .array(leftOutCount.extend({ source_id: z.string() }))
      .exactOptional()
      .describe('What of the sources is not said, by reason; with a complete script.'),
    complete: z
      .boolean()
      .describe('False while it is being written: sections are still added at its end, none is changed.'),
  })
  .meta({ id: 'PodcastScript' }) satisfies z.ZodType<PodcastScript>;

/** JSON chapters 1.2.0: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md */
export const chaptersView = z
  .object({
    version: z.literal('1.2.0'),
    title: z.string().describe('Of the episode.'),
    chapters: z.array(
      z.object({
        startTime: z.number().describe('Seconds from the beginning of the audio.'),
        endTime: z.number(),
        title: z.string(),
      }),
    ),
  })
  .meta({ id: 'Chapters' });

/** Every fact of a finished episode (`aethercast-episode/1`); more fields may come. */
export const manifestView = z
  .looseObject({
    format: z.literal('aethercast-episode/1'),
    podcast_id: z.uuid(),
    title: z.string(),
    topic: z.string(),
    language: z.string(),
    requested_at: z.iso.datetime(),
    ai_generated: z.literal(true),
    audio: z.looseObject({ media_type: z.literal('audio/mpeg'), frames: z.number().int() }),
    sha256: z.string(),
    bytes: z.number().int(),
    duration_ms: z.number().int(),
    script_id: z.string(),
    chapters: z.array(z.object({ title: z.string(), start_ms: z.number(), end_ms: z.number() })),
    segments: z.array(z.looseObject({ seq: z.number().int(), start_ms: z.number(), end_ms: z.number() })),
  })
  .meta({ id: 'EpisodeManifest' });
