import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { keptSecret } from '../atomic-file.js';
import type { Config } from '../config/load-config.js';
import { mediaFolder } from './media-folder.js';

/** Where the gateway serves signed addresses of the disk store. */
export const mediaPath = '/api/v1/media/';

/** Signs and checks addresses of the disk store's objects. The signature is the permission: no token, no cookie. */
export interface MediaSigner {
  /**
   * A path on the gateway that serves the object for at least `seconds` and at most a third longer: its end is
   * rounded up, so that the same address is handed out for a while and browsers find it in their cache.
   */
  sign(key: string, seconds: number): Promise<string>;
  check(key: string, expires: string, signature: string): Promise<'valid' | 'expired' | 'forged'>;
}

/** The key is MEDIA_SIGNING_KEY, or a random one kept beside the objects: whoever shares the store shares the key. */
export function createMediaSigner(
  config: Pick<Config, 'MEDIA_SIGNING_KEY' | 'MEDIA_DIR' | 'AETHERCAST_DATA'>,
  now: () => number = Date.now,
): MediaSigner {
  let kept: string | undefined;

  async function signatureOf(key: string, expires: string): Promise<Buffer> {
    kept ??= config.MEDIA_SIGNING_KEY ?? (await readKey(mediaFolder(config)));
    return createHmac('sha256', kept).update(`GET\n${key}\n${expires}`).digest();
  }

  return {
    async sign(key, seconds) {
      const step = Math.max(1, Math.floor(seconds / 3));
      const expires = String(Math.ceil((now() / 1_000 + seconds) / step) * step);
      const signature = (await signatureOf(key, expires)).toString('base64url');
      return `${mediaPath}${key}?expires=${expires}&signature=${signature}`;
    },
    async check(key, expires, signature) {
      const [given, expected] = [Buffer.from(signature, 'base64url'), await signatureOf(key, expires)];
      const genuine = given.length === expected.length && timingSafeEqual(given, expected);
      if (!genuine) return 'forged';
      return Number(expires) * 1_000 > now() ? 'valid' : 'expired';
    },
  };
}

/** No media key begins with a dot, so the file can never be addressed as an object. */
async function readKey(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return keptSecret(path.join(folder, '.signing-key'));
}
