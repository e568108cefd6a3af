import type { Response } from 'undici';
import { AethercastError } from '../../platform/aethercast-error.js';

/**
 * A response's body, decoded, never more than `maxBytes` of it. Counted while it streams, after decompression:
 * undici's own limit counts what comes over the wire, and 100 KB of gzip can be 100 MB.
 *
 * @param whenLarger 'throw' WCHA_TOO_LARGE, or 'cut' and keep the beginning
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  whenLarger: 'throw' | 'cut',
): Promise<Uint8Array> {
  const { body } = response;
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the body and closes the connection.
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a body of something else than bytes');
    chunks.push(chunk);
    length += chunk.length;
    if (length <= maxBytes) continue;
    if (whenLarger === 'cut') break;
    throw new AethercastError('WCHA_TOO_LARGE', {
      message: `The page is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB.`,
      details: { reason: 'decoded_bytes', max_bytes: maxBytes },
    });
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}
