import { createHash } from 'node:crypto';
import { AethercastError } from '../aethercast-error.js';
import type { MediaStore } from './media-store.js';

/** An object with the hash that is on record. */
export type RecordedObject = { mediaUri: string; sha256: string };

/** The object's bytes as they were recorded. Throws MEDIA_OBJECT_MISSING, or MEDIA_OBJECT_DAMAGED for any others. */
export async function readVerified(
  media: Pick<MediaStore, 'read'>,
  { mediaUri, sha256 }: RecordedObject,
): Promise<Buffer> {
  const content = await media.read(mediaUri);
  if (createHash('sha256').update(content).digest('hex') !== sha256) {
    throw new AethercastError('MEDIA_OBJECT_DAMAGED');
  }
  return content;
}
