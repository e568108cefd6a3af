import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { checkBody, text } from '../http/check-body.js';
import { scenariosOf } from '../http/test-scenarios.js';
import { deepest, isStorable } from '../../platform/storable.js';

const source = z
  .strictObject({
    url: text(2_048).optional(),
    text: text(1_000_000).optional(),
    title: text(300).optional(),
    upload_id: z.uuid('must be the id that the upload answered').optional(),
  })
  .refine(
    (given) => [given.url, given.text, given.upload_id].filter((value) => value !== undefined).length === 1,
    'must have exactly one of `url`, `text` and `upload_id`',
  )
  .refine((given) => given.title === undefined || given.text !== undefined, '`title` goes with `text` only');

/** The documented range; what the voices can do is less, and is checked with the request as a whole. */
const speakingRate = z.number().min(0.25, 'must be at least 0.25').max(4, 'must be at most 4');

export const podcastBody = z.strictObject({
  topic: text(300).optional(),
  topic_id: z.uuid('must be a UUID').optional(),
  sources: z
    .array(source)
    .min(1, 'must have at least one source')
    .max(20, 'must have at most 20 sources')
    .optional(),
  minutes: z.number().min(0.5, 'must be at least 0.5').max(120, 'must be at most 120').default(5),
  language: text(35).optional(),
  speakers: z
    .array(
      z.strictObject({ name: text(40), voice: text(80).optional(), speaking_rate: speakingRate.optional() }),
    )
    .min(1)
    .max(4, 'must have at most 4 speakers')
    .refine(
      (list) => new Set(list.map((speaker) => speaker.name)).size === list.length,
      'must have different names',
    )
    .optional(),
  persona: text(80).optional(),
  narrative_guidance: text(2_000).optional(),
  voice_params: z
    .strictObject({
      voice_name: text(80).optional(),
      language_code: text(35).optional(),
      speaking_rate: speakingRate.optional(),
      pitch: z.number().min(-20).max(20).optional(),
      audio_encoding: z.literal('MP3', 'must be MP3: episodes are MP3 files').optional(),
    })
    .optional(),
  user_preferences: z
    .record(z.string(), z.unknown())
    .refine(
      isStorable,
      `must not contain NUL characters or halves of characters, nor be nested deeper than ${deepest}`,
    )
    .optional(),
  client_id: text(128).optional(),
  public: z.boolean('must be true or false').default(false),
  test_scenarios: z
    .strictObject({ pswa: z.enum(scenariosOf.PSWA).optional(), vfa: z.enum(scenariosOf.VFA).optional() })
    .optional()
    .describe('What is to happen instead, by agent; in test mode only.'),
});

export type PodcastBody = z.infer<typeof podcastBody>;

/** Fields whose faults have a code of their own in the seeds. */
const codeOfField: Partial<Record<string, ErrorCode>> = {
  topic: 'API_GW_PODCAST_TOPIC_INVALID',
  voice_params: 'API_GW_PODCAST_INVALID_VOICE_PARAMS_TYPE',
  client_id: 'API_GW_PODCAST_INVALID_CLIENT_ID',
  test_scenarios: 'API_GW_PODCAST_INVALID_TEST_SCENARIOS_TYPE',
};

export const podcastChanges = z.strictObject({ public: z.boolean('must be true or false') });

/** What `PATCH /api/v1/podcasts/{id}` may change; throws as `parsePodcastBody`. */
export function parsePodcastChanges(body: unknown): z.infer<typeof podcastChanges> {
  return checkBody(podcastChanges, body);
}

/** Checks the body; throws a coded 400 whose details list every fault as `{loc, msg, type}`. */
export function parsePodcastBody(body: unknown): PodcastBody {
  const parsed = checkBody(podcastBody, body, ([field, ...inside]) =>
    inside.length === 0 ? codeOfField[field ?? ''] : undefined,
  );
  if (parsed.sources === undefined && parsed.topic === undefined && parsed.topic_id === undefined) {
    throw new AethercastError('API_GW_PODCAST_SOURCE_REQUIRED');
  }
  return parsed;
}
