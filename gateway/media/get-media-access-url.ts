import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import { signedSeconds } from '../../platform/media-store/media-store.js';
import { route } from '../http/route.js';
import { line } from '../http/text.js';

/** Objects of the disk store are served by the listener that was asked, too. */
export const getMediaAccessUrl = route({
  method: 'get',
  path: '/api/v1/internal/media_access_url',
  operationId: 'getMediaAccessUrl',
  tag: 'Media',
  summary: 'Signs an address at which an object can be fetched for five minutes or a little longer.',
  auth: 'service',
  query: z.object({ gcs_uri: line(500).describe('The object, as records name it.') }),
  queryCodes: { other: 'MISSING_GCS_URI' },
  answers: {
    200: {
      description: 'The address.',
      json: z.object({ signed_url: z.url(), gcs_uri: z.string() }).meta({ id: 'MediaAccessUrl' }),
    },
  },
  errors: ['INVALID_GCS_URI_FORMAT', 'SIGNED_URL_GENERATION_FAILED'],
  handle: async ({ deps: { media, log }, query: { gcs_uri: uri }, request, response }) => {
    const url = await media.signedUrl(uri, signedSeconds.audio).catch((cause: unknown) => {
      if (cause instanceof AethercastError && cause.code === 'MEDIA_OBJECT_MISSING')
        throw new AethercastError('INVALID_GCS_URI_FORMAT', { message: cause.message, cause });
      log.error({ err: cause }, 'an address could not be signed');
      throw new AethercastError('SIGNED_URL_GENERATION_FAILED', { cause });
    });
    const here = `${request.protocol}://${request.get('Host') ?? ''}`;
    response.json({ signed_url: new URL(url, here).href, gcs_uri: uri });
  },
});
