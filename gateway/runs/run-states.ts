import { z } from 'zod';

const states = [
  'pending',
  'in_progress',
  'completed',
  'completed_with_errors',
  'failed',
  'cancelled',
] as const;

/** The state of a run. */
export const overallStatus = z.enum(states).meta({ id: 'OverallStatus' });

const anyState = `(?:${states.join('|')})`;

/** `?status=failed,cancelled`. */
export const statusList = z
  .string()
  .meta({ pattern: `^${anyState}(?:,${anyState})*$` })
  .transform((value) => value.split(','))
  .pipe(z.array(z.enum(states)))
  .describe('States, separated by commas.');
