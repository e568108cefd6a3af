import { z } from 'zod';
import { unknownSpeaker } from '../../../voices/unknown-speaker.js';
import { defined } from '../../../platform/defined.js';
import type { ErrorCode } from '../../../platform/error-codes/index.js';
import type { ScriptToSpeak } from '../../../workflows/contract/agent-tasks.js';
import { line } from '../../http/text.js';
import { taskResults } from '../task-schemas.js';
import { plainLine, plainText } from '../../../platform/plain-text.js';
import { isStorable } from '../../../platform/storable.js';
import { anyField } from '../../http/any-of.js';
import { coded } from '../../http/faults.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { agentRoute } from '../agent-endpoint.js';
import { spokenSettings } from '../spoken-settings.js';

/** Speech may be empty, and of any length. */
const spoken = z.string().overwrite(plainText);
const heading = z.string().overwrite(plainLine);

const segment = z.object({
  segment_title: heading.default(''),
  content: spoken.default(''),
  lines: z.array(z.object({ speaker: heading, text: spoken })).optional(),
});

const script = z
  .object({
    script_id: heading.optional(),
    title: heading.optional(),
    topic: heading.optional(),
    language: line(35).optional(),
    full_raw_script: spoken.optional(),
    segments: z.array(segment).max(1_000).optional(),
    intro: spoken.optional().describe('Unless it is the first segment.'),
    outro: spoken.optional().describe('Unless it is the last segment.'),
    speakers: z
      .array(z.object({ name: line(40), voice: line(80).optional() }))
      .max(4)
      .optional(),
  })
  .refine(
    ({ segments, full_raw_script: raw, intro, outro }) =>
      [segments, raw, intro, outro].some((part) => part !== undefined),
    coded('VFA_INVALID_SCRIPT_PAYLOAD'),
  )
  .refine(isStorable, 'must not contain NUL characters or halves of characters')
  .meta(anyField(['segments', 'full_raw_script', 'intro', 'outro']))
  .describe('From the script weaver or elsewhere. Where there are `lines`, each is spoken by its speaker.');

const body = z.object({
  script,
  voice_params: z
    .object({
      voice_name: line(80).optional(),
      language_code: line(35).optional(),
      speaking_rate: z.number().optional(),
      pitch: z.number().optional().describe('Semitones.'),
      audio_encoding: z.literal('MP3', 'must be MP3: finished files are MP3').optional(),
    })
    .optional(),
});

type Script = z.infer<typeof script>;

/** VFA's endpoint. */
export const forgeVoice = agentRoute({
  path: '/v1/forge_voice',
  agent: 'forge_voice',
  taskName: 'forge_voice_task',
  operationId: 'forgeVoice',
  tag: 'Voice forge (VFA)',
  summary: 'Speaks a whole script into one finished file.',
  accepted: 'Voice forging task accepted.',
  body,
  missingKey: 'VFA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'VFA_MALFORMED_JSON',
  invalid: 'VFA_INVALID_PAYLOAD',
  codeOf: ([field = '']) => codes[field],
  errors: [
    'VFA_INVALID_SCRIPT_PAYLOAD',
    'VFA_INVALID_VOICE_PARAMS_TYPE',
    'API_GW_UNSUPPORTED_LANGUAGE',
    'VFA_UNKNOWN_VOICE',
    'VFA_INVALID_VOICE_PARAMS',
    'VFA_UNSUPPORTED_LANGUAGE',
    'VFA_ENGINE_UNAVAILABLE',
    'ASSET_UNAVAILABLE',
  ],
  result: taskResults.forge_voice,
  scenarios: scenariosOf.VFA,
  toRequest: async (deps, { script: given, voice_params: wish = {} }) => ({
    script: toSpeak(given),
    spoken: await spokenSettings(deps, {
      voice: wish.voice_name,
      language: wish.language_code ?? given.language,
      rate: wish.speaking_rate,
      pitch: wish.pitch,
      speakers: speakersOf(given),
    }),
  }),
});

const codes: Partial<Record<string, ErrorCode>> = {
  script: 'VFA_INVALID_SCRIPT_PAYLOAD',
  voice_params: 'VFA_INVALID_VOICE_PARAMS_TYPE',
};

/** Unifies the forms of a script: an intro and an outro become the first and the last segment. */
function toSpeak({ intro, outro, segments = [], ...rest }: Script): ScriptToSpeak {
  const { script_id, title, topic, full_raw_script } = rest;
  return {
    ...defined({ script_id, title, topic, full_raw_script }),
    segments: [
      ...(intro === undefined ? [] : [{ segment_title: 'INTRO', content: intro }]),
      ...segments.map(({ lines, ...section }) => (lines === undefined ? section : { ...section, lines })),
      ...(outro === undefined ? [] : [{ segment_title: 'OUTRO', content: outro }]),
    ],
  };
}

/** The script's speakers; if it lists none, everybody who has a line. */
function speakersOf({ speakers = [], segments = [] }: Script): Script['speakers'] {
  const named = [...new Set(segments.flatMap(({ lines = [] }) => lines.map(({ speaker }) => speaker)))];
  if (speakers.length === 0) return named.map((name) => ({ name }));
  const known = speakers.map(({ name }) => name);
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownSpeaker(unknown, known);
  return speakers;
}
