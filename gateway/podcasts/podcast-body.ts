import { z } from 'zod';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { rateLimits, semitoneLimits, type Limits } from '../../voices/voice-limits.js';
import { anyField } from '../http/any-of.js';
import { coded, type FaultCodes } from '../http/faults.js';
import { scenariosOf } from '../http/test-scenarios.js';
import { line, text } from '../http/text.js';
import { lookOf } from '../../platform/plain-text.js';
import { deepest, isStorable } from '../../platform/storable.js';

/** One source: a link, a text or an upload. */
export const sourceBody = z
  .strictObject({
    url: line(2_048)
      .meta({ format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' })
      .optional()
      .describe('Address of a public page.'),
    text: text(1_000_000).optional(),
    title: line(300).optional(),
    upload_id: z.uuid('must be the id that the upload answered').optional(),
  })
  .refine(
    (given) => [given.url, given.text, given.upload_id].filter((value) => value !== undefined).length === 1,
    'must have exactly one of `url`, `text` and `upload_id`',
  )
  .refine((given) => given.title === undefined || given.text !== undefined, '`title` goes with `text` only')
  .meta({
    oneOf: [
      { required: ['url'], properties: { text: false, title: false, upload_id: false } },
      { required: ['text'], properties: { url: false, upload_id: false } },
      { required: ['upload_id'], properties: { url: false, text: false, title: false } },
    ],
  });

/** What every voice can do; values a little beyond it have a code of their own, which names the limits. */
const speakingRate = z
  .number()
  .min(0.25, 'must be at least 0.25')
  .max(4, 'must be at most 4')
  .meta(within(rateLimits))
  .describe('As a factor of the voice’s usual speed.');

const speakers = z
  .array(
    z.strictObject({ name: line(40), voice: line(80).optional(), speaking_rate: speakingRate.optional() }),
  )
  .min(1)
  .max(4, 'must have at most 4 speakers')
  .refine(
    (list) => new Set(list.map(({ name }) => lookOf(name))).size === list.length,
    'must have different names',
  )
  .meta({ uniqueItems: true })
  .describe('Their names must differ.');

const fields = z.strictObject({
  topic: line(300).optional(),
  topic_id: z.uuid('must be a UUID').optional(),
  sources: z
    .array(sourceBody)
    .min(1, 'must have at least one source')
    .max(20, 'must have at most 20 sources')
    .optional(),
  minutes: z.number().min(0.5, 'must be at least 0.5').max(120, 'must be at most 120').default(5),
  language: line(35).optional().describe('BCP 47 tag of a language that an installed voice speaks.'),
  speakers: speakers.optional(),
  persona: line(80).optional(),
  narrative_guidance: text(2_000).optional(),
  voice_params: z
    .strictObject({
      voice_name: line(80).optional(),
      language_code: line(35).optional(),
      speaking_rate: speakingRate.optional(),
      pitch: z.number().min(-20).max(20).meta(within(semitoneLimits)).optional().describe('In semitones.'),
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
  client_id: line(128).optional(),
  public: z
    .boolean('must be true or false')
    .default(false)
    .describe(
      'Whether subscribers are notified of it. Everyone who can open this server can hear and delete it.',
    ),
  test_scenarios: z
    .strictObject({ pswa: z.enum(scenariosOf.PSWA).optional(), vfa: z.enum(scenariosOf.VFA).optional() })
    .optional()
    .describe('What an agent is to do instead; in test mode only.'),
});

export const podcastBody = fields
  .refine(
    ({ topic, topic_id, sources }) => [topic, topic_id, sources].some((given) => given !== undefined),
    coded('API_GW_PODCAST_SOURCE_REQUIRED'),
  )
  .meta(anyField(['topic', 'topic_id', 'sources']));

export type SourceBody = z.infer<typeof sourceBody>;
export type PodcastBody = z.infer<typeof podcastBody>;

/** Fields whose faults have a code of their own. */
const codeOfField: Partial<Record<string, ErrorCode>> = {
  topic: 'API_GW_PODCAST_TOPIC_INVALID',
  voice_params: 'API_GW_PODCAST_INVALID_VOICE_PARAMS_TYPE',
  client_id: 'API_GW_PODCAST_INVALID_CLIENT_ID',
  test_scenarios: 'API_GW_PODCAST_INVALID_TEST_SCENARIOS_TYPE',
};

export const bodyCodes: FaultCodes = {
  of: ([field = '', ...inside]) => (inside.length === 0 ? codeOfField[field] : undefined),
};

function within({ min, max }: Limits): { minimum: number; maximum: number } {
  return { minimum: min, maximum: max };
}
