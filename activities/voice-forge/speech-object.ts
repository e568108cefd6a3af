import { AethercastError } from '../../platform/aethercast-error.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { segmentKey, type SegmentSpec } from './voice-forge.js';

/** Where the audio of a segment lives: its content key and the media key made of it. */
export function speechObject(spec: SegmentSpec): { speechKey: string; mediaKey: string } {
  const speechKey = segmentKey(spec);
  return { speechKey, mediaKey: `speech/${speechKey.slice(0, 2)}/${speechKey}.mp3` };
}

/** The object's bytes, or undefined when it is not there. */
export async function readIfThere(media: MediaStore, uri: string): Promise<Buffer | undefined> {
  try {
    return await media.read(uri);
  } catch (error) {
    if (error instanceof AethercastError && error.code === 'MEDIA_OBJECT_MISSING') return undefined;
    throw error;
  }
}
