import { z } from 'zod';

export const uploadSchema = z
  .object({
    upload_id: z.uuid(),
    bytes: z.number().int(),
    sha256: z.string(),
    media_type: z.string().describe('Detected from the content.'),
    filename: z.string().nullable(),
  })
  .meta({ id: 'Upload' });
