import { z } from 'zod';
import type { VoiceView } from '../../voices/voice-view.js';

export const tag = 'Voices';

export const voiceSchema = z
  .object({
    name: z.string(),
    engine: z.enum(['local', 'flite']),
    model: z.string(),
    languages: z.array(z.string()).readonly().describe('ISO 639-1 codes.'),
    locale: z.string().describe('BCP 47 tag of its accent.'),
    gender: z.enum(['female', 'male']).nullable(),
    description: z.string(),
    licence: z.string(),
    available: z.boolean().describe('Whether it can speak without a download.'),
    fetch_bytes: z.number().nullable().describe('Size of the model that would be downloaded first.'),
    unavailable_reason: z.string().nullable(),
    added: z.boolean().describe('Added by the user.'),
  })
  .meta({ id: 'Voice' }) satisfies z.ZodType<VoiceView>;

export const voiceListSchema = z
  .object({
    voices: z.array(voiceSchema),
    default_cast: z.object({
      engine: z.enum(['local', 'flite']),
      voices: z.array(z.string()).readonly(),
      reason: z.string().exactOptional().describe('Why other voices than the usual ones speak.'),
    }),
  })
  .meta({ id: 'VoiceList' });
