import { z } from 'zod';
import type { Route } from '../http/route.js';
import { uploadSchema } from './upload-schema.js';
import { uploadFile } from './upload-file.js';

export const uploadRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/v1/uploads',
    operationId: 'uploadFile',
    tag: 'Uploads',
    summary: 'Takes a file that an episode can be made of.',
    description: 'The first file part of a form, or the body itself. The same file again is the same upload.',
    query: z.object({ filename: z.string().optional().describe('Name of a file that is the body itself.') }),
    body: { media: ['multipart/form-data', 'application/octet-stream'] },
    answers: {
      201: { description: 'Stored.', json: uploadSchema },
      200: { description: 'It was here already.', json: uploadSchema },
    },
    errors: [
      'API_GW_UPLOAD_EMPTY',
      'API_GW_UPLOAD_TOO_LARGE',
      'API_GW_UPLOAD_TYPE',
      'API_GW_UPLOAD_INCOMPLETE',
      'DISK_FULL',
    ],
    handle: uploadFile,
  },
];
