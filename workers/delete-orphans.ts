import type { Database } from '../db/connect.js';
import { withoutReferences } from '../db/erasures.js';
import type { Config } from '../platform/config/load-config.js';
import type { Logger } from '../platform/log.js';
import type { MediaStore } from '../platform/media-store/media-store.js';

type Deps = { db: Database; media: MediaStore; log: Logger; config: Pick<Config, 'IGA_GCS_IMAGE_PREFIX'> };

const dayMs = 24 * 60 * 60_000;

/**
 * Deletes objects that were stored a day ago and that no row names: their process was killed between the two, and
 * nobody's deletion would find them. Answers how many.
 */
export async function deleteOrphans({ db, media, log, config }: Deps): Promise<number> {
  const pictures = config.IGA_GCS_IMAGE_PREFIX.replace(/\/+$/, '');
  let deleted = 0;
  for (const prefix of ['uploads', 'speech', ...(pictures === '' ? [] : [pictures])]) {
    for (const uri of await withoutReferences(db, await media.listOlder(prefix, dayMs))) {
      await media.delete(uri);
      deleted += 1;
    }
  }
  if (deleted > 0) log.info({ objects: deleted }, 'deleted objects that belong to nothing on record');
  return deleted;
}
