import { z } from 'zod';
import { count } from './kinds.js';

export const speechVariables = {
  SPEECH_PROVIDER: z.enum(['flite']).default('flite').describe('Which engine speaks.'),
  SPEECH_THREADS: count(1, 64)
    .optional()
    .describe('Threads that synthesise and encode. Default: one per core.'),
  DEFAULT_LANGUAGE: z.string().default('en-US').describe('Language of a request that names none (BCP 47).'),
};
