import { z } from 'zod';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { unknownSpeaker } from '../../../voices/unknown-speaker.js';
import type { ScriptToSpeak } from '../../../workflows/contract/agent-tasks.js';
import { text } from '../../http/check-body.js';
import { taskResults } from '../task-schemas.js';
import { isStorable } from '../../../platform/storable.js';
import { scenariosOf } from '../../http/test-scenarios.js';
import { agentRoute } from '../agent-endpoint.js';
import { checkAgentBody } from '../check-agent-body.js';
import { spokenSettings } from '../spoken-settings.js';

const segment = z.object({
  segment_title: z.string().default(''),
  content: z.string().default(''),
  lines: z.array(z.object({ speaker: z.string(), text: z.string() })).optional(),
});

const script = z
  .object({
    script_id: z.string().optional(),
    title: z.string().optional(),
    topic: z.string().optional(),
    language: text(35).optional(),
    full_raw_script: z.string().optional(),
    segments: z.array(segment).max(1_000).optional(),
    intro: z.string().optional().describe('Where it is not the first segment.'),
    outro: z.string().optional().describe('Where it is not the last segment.'),
    speakers: z
      .array(z.object({ name: text(40), voice: text(80).optional() }))
      .max(4)
      .optional(),
  })
  .describe('From the script weaver, or any other; with `lines`, each is said by its speaker.');

const body = z.object({
  script: script.refine(isStorable, 'must not contain NUL characters or halves of characters'),
  voice_params: z
    .object({
      voice_name: text(80).optional(),
      language_code: text(35).optional(),
      speaking_rate: z.number().optional(),
      pitch: z.number().optional().describe('Semitones.'),
      audio_encoding: z.literal('MP3', 'must be MP3: finished files are MP3').optional(),
    })
    .optional(),
});

type Script = z.infer<typeof script>;

/** VFA's door. */
export const forgeVoice = agentRoute({
  path: '/v1/forge_voice',
  agent: 'forge_voice',
  taskName: 'forge_voice_task',
  operationId: 'forgeVoice',
  tag: 'Voice forge (VFA)',
  summary: 'Speaks a whole script into one finished file.',
  accepted: 'Voice forging task accepted.',
  body,
  parse: parseBody,
  missingKey: 'VFA_MISSING_IDEMPOTENCY_KEY',
  malformed: 'VFA_MALFORMED_JSON',
  errors: [
    'VFA_INVALID_PAYLOAD',
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
  toRequest: async (context, { script: given, voice_params: wish = {} }) => ({
    script: toSpeak(given),
    spoken: await spokenSettings(context, {
      voice: wish.voice_name,
      language: wish.language_code ?? given.language,
      rate: wish.speaking_rate,
      pitch: wish.pitch,
      speakers: speakersOf(given),
    }),
  }),
});

function parseBody(given: unknown): z.infer<typeof body> {
  const parsed = checkAgentBody(body, given, {
    payload: 'VFA_INVALID_PAYLOAD',
    fields: { script: 'VFA_INVALID_SCRIPT_PAYLOAD', voice_params: 'VFA_INVALID_VOICE_PARAMS_TYPE' },
  });
  const { segments, full_raw_script: raw, intro, outro } = parsed.script;
  if ([segments, raw, intro, outro].every((part) => part === undefined)) {
    throw new AethercastError('VFA_INVALID_SCRIPT_PAYLOAD');
  }
  return parsed;
}

/** One form of script: what stands beside the segments becomes the first and the last of them. */
function toSpeak({ intro, outro, segments = [], ...rest }: Script): ScriptToSpeak {
  const { script_id, title, topic, full_raw_script } = rest;
  return {
    ...(script_id === undefined ? {} : { script_id }),
    ...(title === undefined ? {} : { title }),
    ...(topic === undefined ? {} : { topic }),
    ...(full_raw_script === undefined ? {} : { full_raw_script }),
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
