import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { previewText } from '../../voices/preview-text.js';
import type { Voice } from '../../voices/voice.js';
import type { VoicePreview } from '../../workflows/contract/voice-preview.js';
import { sendAudio } from '../audio/send-audio.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { route } from '../http/route.js';
import { text } from '../http/text.js';
import { askForPreview } from './ask-for-preview.js';
import { tag } from './voice-schemas.js';

/** In characters: a preview is not for reading books aloud. */
const maxText = 200;

export const getVoicePreview = route({
  method: 'get',
  path: '/api/v1/voices/{name}/preview',
  operationId: 'previewVoice',
  tag,
  summary: 'Has a voice speak a sentence, as an MP3.',
  auth: 'none',
  params: z.object({ name: z.string() }),
  query: z.object({
    text: text(maxText).optional().describe('Default: a sentence in the language of the voice.'),
  }),
  queryCodes: { other: 'API_GW_PREVIEW_TEXT_INVALID' },
  answers: {
    200: { description: 'The sentence.', media: ['audio/mpeg'] },
    206: { description: 'The requested bytes.', media: ['audio/mpeg'] },
    304: { description: 'The client has the current file.' },
  },
  errors: [
    'API_GW_VOICE_NOT_FOUND',
    'API_GW_PREVIEW_NOT_READY',
    'API_GW_RANGE_NOT_SATISFIABLE',
    'ENGINE_UNAVAILABLE',
    'ASSET_UNAVAILABLE',
    'MEDIA_OBJECT_MISSING',
    'DISK_FULL',
    'VFA_UNKNOWN_VOICE',
    'VFA_UNSUPPORTED_LANGUAGE',
    'VFA_UNSUPPORTED_SCRIPT',
    'VFA_NOTHING_TO_SPEAK',
    'VFA_UNSPEAKABLE_TEXT',
    'VFA_TEXT_TOO_LONG',
    'VFA_INVALID_PRONUNCIATIONS',
    'VFA_VOICE_MODEL_INVALID',
    'VFA_ENGINE_UNAVAILABLE',
    'VFA_SYNTHESIS_FAILED',
    'VFA_SEGMENT_UNDECODABLE',
    'VFA_SEGMENT_SILENT',
    'VFA_SEGMENT_CLIPPED',
    'VFA_SEGMENT_LOUDNESS',
    'VFA_SEGMENT_DURATION',
    'INTERNAL',
  ],
  handle: async ({ deps, params, query, request, response }) => {
    const voice = findVoice(deps, params.name);
    const { uri, bytes, sha256 } =
      query.text === undefined
        ? await askForPreview(deps, voice, previewText(voice.locale))
        : await speakForClient(deps, voice, query.text);
    await sendAudio(deps, request, response, {
      uri,
      bytes,
      sha256,
      // A voice of this name may be another one tomorrow.
      cacheControl: 'private, max-age=300',
    });
  },
});

/** What the checks of a finished segment find wrong. */
const badSound: readonly ErrorCode[] = [
  'VFA_SEGMENT_SILENT',
  'VFA_SEGMENT_CLIPPED',
  'VFA_SEGMENT_LOUDNESS',
  'VFA_SEGMENT_DURATION',
];

/** Of a text that the client chose, bad sound is the text's fault: voices are measured on real sentences. */
async function speakForClient(deps: GatewayDeps, voice: Voice, chosen: string): Promise<VoicePreview> {
  try {
    return await askForPreview(deps, voice, chosen);
  } catch (error) {
    if (!(error instanceof AethercastError) || !badSound.includes(error.code)) throw error;
    throw new AethercastError('VFA_UNSPEAKABLE_TEXT', {
      message: `The voice ${voice.name} cannot speak this text properly. Try a sentence in a language that it speaks.`,
      details: { voice: voice.name, found: error.code },
      cause: error,
    });
  }
}

/** Here the voice is part of the address, so an unknown one is 404. */
function findVoice({ casting }: Pick<GatewayDeps, 'casting'>, name: string): Voice {
  try {
    return casting.catalog.find(name);
  } catch (error) {
    if (!(error instanceof AethercastError) || error.code !== 'VFA_UNKNOWN_VOICE') throw error;
    throw new AethercastError('API_GW_VOICE_NOT_FOUND', {
      message: error.message,
      details: error.details,
      cause: error,
    });
  }
}
