import { z } from 'zod';
import type { Route } from '../http/route.js';
import { voiceListSchema } from './voice-schemas.js';
import { getVoicePreview, getVoices } from './voices.js';

const tag = 'Voices';

export const voiceRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/api/v1/voices',
    operationId: 'listVoices',
    tag,
    summary: 'The voices, and who speaks by default.',
    query: z.object({ language: z.string().optional().describe('Only voices that speak it (BCP 47).') }),
    answers: { 200: { description: 'The voices.', json: voiceListSchema } },
    errors: [],
    handle: getVoices,
  },
  {
    method: 'get',
    path: '/api/v1/voices/{name}/preview',
    operationId: 'previewVoice',
    tag,
    summary: 'A voice says a sentence.',
    pathParameters: z.object({ name: z.string() }),
    query: z.object({
      text: z.string().optional().describe('1 to 200 characters. Default: a sentence of its language.'),
    }),
    answers: {
      200: { description: 'The sentence.', media: ['audio/mpeg'] },
      206: { description: 'The bytes asked for.', media: ['audio/mpeg'] },
      304: { description: 'Still the file that the client has.' },
    },
    errors: [
      'API_GW_VOICE_NOT_FOUND',
      'API_GW_PREVIEW_TEXT_INVALID',
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
    handle: getVoicePreview,
  },
];
