import { z } from 'zod';
import { flag, seconds } from './kinds.js';

export const writerVariables = {
  LANGUAGE_PROVIDER: z.enum(['extractive']).default('extractive').describe('The writer of scripts.'),
  PSWA_DEFAULT_PERSONA: z
    .string()
    .default('InformativeHost')
    .describe('Persona of a request that names none.'),
  PSWA_SCRIPT_CACHE_ENABLED: flag()
    .default(true)
    .describe('Whether an identical request reuses the script written before.'),
  PSWA_SCRIPT_CACHE_MAX_AGE_HOURS: seconds(0, 87_600)
    .default(720)
    .describe('Maximum age of a reused script, in hours.'),
};
