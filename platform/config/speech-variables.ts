import { z } from 'zod';
import { count } from './kinds.js';

export const speechVariables = {
  SPEECH_PROVIDER: z
    .enum(['auto', 'local', 'flite'])
    .default('auto')
    .describe(
      'Which voices speak when a request names none. auto: the local neural voices, or Flite with a notice when their models are unavailable. local: never Flite. flite: Flite.',
    ),
  VOICES_DIR: z.string().optional().describe('Folder of added voices. Default: voices in AETHERCAST_DATA.'),
  SPEECH_THREADS: count(1, 64)
    .optional()
    .describe('Threads that synthesise and encode. Default: one per core.'),
  DEFAULT_LANGUAGE: z.string().default('en-US').describe('Language of a request that names none (BCP 47).'),
};
