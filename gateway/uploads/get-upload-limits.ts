import { z } from 'zod';
import { route } from '../http/route.js';

export const getUploadLimits = route({
  method: 'get',
  path: '/api/v1/uploads/limits',
  operationId: 'getUploadLimits',
  tag: 'Uploads',
  summary: 'Tells how large an upload may be.',
  description: 'So that a larger one is refused before it is sent.',
  auth: 'owner',
  answers: {
    200: {
      description: 'The limits.',
      json: z.object({ max_bytes: z.int() }).meta({ id: 'UploadLimits' }),
    },
  },
  errors: [],
  handle: ({ deps, response }) => {
    response.json({ max_bytes: maxUploadBytes(deps.config) });
  },
});

export function maxUploadBytes({ MAX_UPLOAD_MB }: { MAX_UPLOAD_MB: number }): number {
  return MAX_UPLOAD_MB * 1024 * 1024;
}
