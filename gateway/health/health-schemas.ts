import { z } from 'zod';

export const aliveSchema = z.object({ status: z.literal('ok') });
export const readySchema = z.object({ status: z.enum(['ok', 'unavailable']) });
export const readyDetailsSchema = readySchema.extend({
  checks: z.record(z.string(), z.enum(['ok', 'failed'])),
});
export const healthSchema = z.object({
  status: z.string(),
  cpoa_module_status: z.string(),
  database_status: z.string(),
});
