import { z } from 'zod';

/** RFC 9457 with the fields `{error_code, message, details?, workflow_id?}` of the original product. */
export const problemSchema = z
  .object({
    type: z.url(),
    title: z.string().describe('What the code means.'),
    status: z.number().int(),
    detail: z.string().describe('What is wrong with this request.'),
    instance: z.string().describe('The requested path.'),
    error_code: z.string(),
    message: z.string().describe('The same as `detail`.'),
    retryable: z.boolean().describe('Whether the same request may succeed later.'),
    details: z.record(z.string(), z.unknown()).optional(),
    workflow_id: z.uuid().optional(),
  })
  .meta({ id: 'Problem' });
