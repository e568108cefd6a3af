import { z } from 'zod';
import { count } from './kinds.js';

export const speechVariables = {
  SPEECH_PROVIDER: z
    .enum(['auto', 'local', 'flite'])
    .default('auto')
    .describe(
      'Whose voices speak where a request names none. auto: the local neural voices, or Flite, said openly, when their models cannot be had. local: never Flite. flite: Flite.',
    ),
  VOICES_DIR: z
    .string()
    .optional()
    .describe('Folder of voices that were added. Default: voices in AETHERCAST_DATA.'),
  SPEECH_THREADS: count(1, 64)
    .optional()
    .describe('Threads that synthesise and encode. Default: one per core.'),
  DEFAULT_LANGUAGE: z.string().default('en-US').describe('Language of a request that names none (BCP 47).'),
};
