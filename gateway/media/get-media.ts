import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { createMediaSigner, mediaPath, type MediaSigner } from '../../platform/media-store/media-signer.js';
import { route } from '../http/route.js';
import { sendMedia } from './send-media.js';

/** What browsers may show or play; anything else is bytes to them, whatever it looks like. */
const contentTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.mp3': 'audio/mpeg',
  '.vtt': 'text/vtt; charset=utf-8',
};

/** The signed address is the permission. */
export const getMedia = route({
  method: 'get',
  path: `${mediaPath}{key}`,
  operationId: 'getMedia',
  tag: 'Media',
  summary: 'Sends an object of the media store to anyone who has its signed address.',
  auth: 'none',
  params: z.object({
    key: z.unknown().describe('Name of the object; contains slashes.').meta({ type: 'string' }),
  }),
  rest: 'key',
  query: z.object({
    expires: z.string().optional().catch(undefined),
    signature: z.string().optional().catch(undefined),
  }),
  answers: {
    200: { description: 'The object.', media: ['*/*'] },
    206: { description: 'The requested bytes.', media: ['*/*'] },
    304: { description: 'The client has the current object.' },
  },
  errors: [
    'API_GW_MEDIA_SIGNATURE_INVALID',
    'API_GW_MEDIA_URL_EXPIRED',
    'API_GW_RANGE_NOT_SATISFIABLE',
    'MEDIA_OBJECT_MISSING',
  ],
  handle: async ({ deps, query: { expires, signature }, request, response }) => {
    // As it was sent: keys have no characters to escape, so an escaped one was never signed.
    const key = request.path.slice(mediaPath.length);
    const verdict =
      expires === undefined || signature === undefined
        ? 'forged'
        : await signerOf(deps.config).check(key, expires, signature);
    if (verdict === 'forged') throw new AethercastError('API_GW_MEDIA_SIGNATURE_INVALID');
    if (verdict === 'expired') throw new AethercastError('API_GW_MEDIA_URL_EXPIRED');
    const object = await deps.media.head(deps.media.uriOf(key));
    if (object === undefined) throw new AethercastError('MEDIA_OBJECT_MISSING');
    const secondsLeft = Math.floor(Number(expires) - Date.now() / 1_000);
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    await sendMedia(deps, request, response, {
      ...object,
      contentType: contentTypes[path.extname(key)] ?? 'application/octet-stream',
      // Objects are immutable, so key and length identify one.
      etag: createHash('sha256').update(`${key} ${object.bytes}`).digest('hex').slice(0, 32),
      cacheControl: `private, max-age=${Math.max(0, secondsLeft)}`,
    });
  },
});

const signers = new WeakMap<object, MediaSigner>();

/** One signer for each configuration: it keeps the key in memory. */
function signerOf(config: Config): MediaSigner {
  const known = signers.get(config);
  if (known !== undefined) return known;
  const signer = createMediaSigner(config);
  signers.set(config, signer);
  return signer;
}
