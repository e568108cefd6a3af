import { AethercastError } from '../../platform/aethercast-error.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';

/** The object's bytes, or undefined when it is not there. */
export async function readIfThere(media: Pick<MediaStore, 'read'>, uri: string): Promise<Buffer | undefined> {
  try {
    return await media.read(uri);
  } catch (error) {
    if (error instanceof AethercastError && error.code === 'MEDIA_OBJECT_MISSING') return undefined;
    throw error;
  }
}
