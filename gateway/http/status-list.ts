import { z } from 'zod';

export const overallStatuses = [
  'pending',
  'in_progress',
  'completed',
  'completed_with_errors',
  'failed',
  'cancelled',
] as const;

/** `?status=failed,cancelled`: states, separated by commas. */
export const statusList = z
  .string()
  .transform((value) => value.split(','))
  .pipe(z.array(z.enum(overallStatuses)));
