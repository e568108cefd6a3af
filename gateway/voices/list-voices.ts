import { z } from 'zod';
import { primaryLanguage } from '../../platform/language.js';
import { availableDefaultVoices } from '../../voices/default-voices.js';
import { viewVoice } from '../../voices/voice-view.js';
import { route } from '../http/route.js';
import { tag, voiceListSchema } from './voice-schemas.js';

export const listVoices = route({
  method: 'get',
  path: '/api/v1/voices',
  operationId: 'listVoices',
  tag,
  summary: 'Lists the voices, and those that speak by default.',
  auth: 'none',
  query: z.object({
    language: z.string().optional().catch(undefined).describe('Only voices that speak it (BCP 47).'),
  }),
  answers: { 200: { description: 'The voices.', json: voiceListSchema } },
  errors: [],
  handle: async ({ deps, query: { language }, response }) => {
    const voices = deps.casting.catalog
      .list()
      .filter((voice) => language === undefined || voice.languages.includes(primaryLanguage(language)));
    response.json({
      voices: await Promise.all(voices.map((voice) => viewVoice(voice, deps.config))),
      default_cast: await availableDefaultVoices(deps.config),
    });
  },
});
