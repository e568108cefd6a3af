import { LRUCache } from 'lru-cache';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { Manuscript } from './script-writer.js';

/** Every segment of an episode needs its script; scripts are immutable under their address. */
const cache = new LRUCache<string, Manuscript>({ max: 50 });

/** The script at `uri`, as far as it was written when the script weaver stored it. */
export async function readScript(media: MediaStore, uri: string): Promise<Manuscript> {
  const known = cache.get(uri);
  if (known !== undefined) return known;
  let bytes: Buffer;
  try {
    bytes = await media.read(uri);
  } catch (error) {
    if (error instanceof AethercastError && error.code === 'MEDIA_OBJECT_MISSING') {
      throw new AethercastError('PSWA_SCRIPT_MISSING', { details: { uri }, cause: error });
    }
    throw error;
  }
  const script = JSON.parse(bytes.toString('utf8')) as Manuscript;
  cache.set(uri, script);
  return script;
}
