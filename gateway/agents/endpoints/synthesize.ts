import { z } from 'zod';
import { line, text } from '../../http/text.js';
import { taskResults } from '../task-schemas.js';
import { aimsError } from '../aims-error.js';
import { agentRoute } from '../agent-endpoint.js';
import { spokenSettings } from '../spoken-settings.js';

const body = z.object({
  text: text(5_000),
  voice_id: line(80)
    .optional()
    .describe('Name of an installed voice. Default: the first default voice of the language.'),
  language_code: line(35).optional().describe('BCP 47 tag. Default: the voice’s own.'),
  audio_format: z
    .enum(['MP3', 'LINEAR16'], 'must be MP3 or LINEAR16: nothing else can be made')
    .default('MP3')
    .describe('LINEAR16 is 16-bit PCM at 44.1 kHz in a WAV file.'),
  speech_rate: z
    .number()
    .optional()
    .describe('1 is the voice’s usual speed; values outside 0.5 to 2 are limited to it.'),
  pitch: z.number().optional().describe('In semitones; values outside -12 to 12 are limited to it.'),
});

/** AIMS_TTS's endpoint. */
export const synthesize = agentRoute({
  path: '/v1/synthesize',
  agent: 'synthesize',
  taskName: 'aims_invoke_tts_google_task',
  operationId: 'synthesize',
  tag: 'Models (AIMS, AIMS_TTS)',
  summary: 'Speaks a text.',
  accepted: 'Speech synthesis task accepted.',
  body,
  missingKey: 'AIMS_TTS_MISSING_IDEMPOTENCY_KEY',
  malformed: 'AIMS_TTS_INVALID_REQUEST',
  invalid: 'AIMS_TTS_INVALID_REQUEST',
  errors: [
    'API_GW_UNSUPPORTED_LANGUAGE',
    'VFA_UNKNOWN_VOICE',
    'VFA_INVALID_VOICE_PARAMS',
    'VFA_UNSUPPORTED_LANGUAGE',
    'VFA_ENGINE_UNAVAILABLE',
    'ASSET_UNAVAILABLE',
  ],
  result: taskResults.synthesize,
  errorForm: aimsError,
  toRequest: async (deps, given) => ({
    text: given.text,
    audio_format: given.audio_format,
    spoken: await spokenSettings(deps, {
      voice: given.voice_id,
      language: given.language_code,
      rate: given.speech_rate,
      pitch: given.pitch,
    }),
  }),
});
