import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Request, Response } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import { createMediaSigner, mediaPath } from '../../platform/media-store/media-signer.js';
import { signedSeconds } from '../../platform/media-store/media-store.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { sendMedia } from './send-media.js';

/** What browsers may show or play; anything else is bytes to them, whatever it looks like. */
const contentTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.mp3': 'audio/mpeg',
  '.vtt': 'text/vtt; charset=utf-8',
};

/** `GET|HEAD /api/v1/media/{key}?expires=&signature=`: an object of the disk store, for whoever has its address. */
export function getMedia(deps: Pick<GatewayDeps, 'config' | 'media'>) {
  const signer = createMediaSigner(deps.config);
  return async (request: Request, response: Response): Promise<void> => {
    // As it was sent: keys have no characters to escape, so what is escaped was never signed.
    const key = request.path.slice(mediaPath.length);
    const { expires, signature } = request.query;
    const verdict =
      typeof expires === 'string' && typeof signature === 'string'
        ? await signer.check(key, expires, signature)
        : 'forged';
    if (verdict === 'forged') throw new AethercastError('API_GW_MEDIA_SIGNATURE_INVALID');
    if (verdict === 'expired') throw new AethercastError('API_GW_MEDIA_URL_EXPIRED');
    const object = await deps.media.head(deps.media.uriOf(key));
    if (object === undefined) throw new AethercastError('MEDIA_OBJECT_MISSING');
    const secondsLeft = Math.floor(Number(expires) - Date.now() / 1_000);
    response.set({
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
    await sendMedia(deps, request, response, {
      ...object,
      contentType: contentTypes[path.extname(key)] ?? 'application/octet-stream',
      // Objects are immutable, so key and length tell one from another.
      etag: createHash('sha256').update(`${key} ${object.bytes}`).digest('hex').slice(0, 32),
      cacheControl: `private, max-age=${Math.max(0, secondsLeft)}`,
    });
  };
}

/**
 * `GET /api/v1/internal/media_access_url?gcs_uri=`: an address at which the object can be fetched for five minutes or a
 * little longer. Objects of the disk store are served by the listener that was asked, too.
 */
export function getMediaAccessUrl({ media, log }: Pick<GatewayDeps, 'media' | 'log'>) {
  return async (request: Request, response: Response): Promise<void> => {
    const { gcs_uri: uri } = request.query;
    if (typeof uri !== 'string' || uri.trim() === '') throw new AethercastError('MISSING_GCS_URI');
    const url = await media.signedUrl(uri, signedSeconds.audio).catch((cause: unknown) => {
      if (cause instanceof AethercastError && cause.code === 'MEDIA_OBJECT_MISSING')
        throw new AethercastError('INVALID_GCS_URI_FORMAT', { message: cause.message, cause });
      log.error({ err: cause }, 'an address could not be signed');
      throw new AethercastError('SIGNED_URL_GENERATION_FAILED', { cause });
    });
    const here = `${request.protocol}://${request.get('Host') ?? ''}`;
    response.json({ signed_url: new URL(url, here).href, gcs_uri: uri });
  };
}
