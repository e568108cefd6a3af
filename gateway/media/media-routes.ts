import { z } from 'zod';
import type { Route } from '../http/route.js';
import { getMedia, getMediaAccessUrl } from './media.js';

const tag = 'Media';

const media: Route = {
  method: 'get',
  path: '/api/v1/media/{key}',
  operationId: 'getMedia',
  tag,
  summary: 'An object of the media store, at an address that was signed.',
  pathParameters: z.object({ key: z.string().describe('Name of the object; has slashes.') }),
  rest: 'key',
  open: true,
  query: z.object({ expires: z.string().optional(), signature: z.string().optional() }),
  answers: {
    200: { description: 'The object.', media: ['*/*'] },
    206: { description: 'The bytes asked for.', media: ['*/*'] },
    304: { description: 'Still what the client has.' },
  },
  errors: [
    'API_GW_MEDIA_SIGNATURE_INVALID',
    'API_GW_MEDIA_URL_EXPIRED',
    'API_GW_RANGE_NOT_SATISFIABLE',
    'MEDIA_OBJECT_MISSING',
  ],
  handle: getMedia,
};

export const mediaRoutes: readonly Route[] = [media];

export const internalMediaRoutes: readonly Route[] = [
  media,
  {
    method: 'get',
    path: '/api/v1/internal/media_access_url',
    operationId: 'getMediaAccessUrl',
    tag,
    summary: 'An address at which an object can be fetched for some minutes.',
    query: z.object({ gcs_uri: z.string().optional().describe('The object, as records name it.') }),
    answers: {
      200: {
        description: 'The address.',
        json: z.object({ signed_url: z.url(), gcs_uri: z.string() }).meta({ id: 'MediaAccessUrl' }),
      },
    },
    errors: ['MISSING_GCS_URI', 'INVALID_GCS_URI_FORMAT', 'SIGNED_URL_GENERATION_FAILED'],
    handle: getMediaAccessUrl,
  },
];
