import type { Database } from '../db/connect.js';
import { databaseBeganAtMs } from '../db/database-began-at.js';
import { withoutReferences } from '../db/erasures.js';
import type { Config } from '../platform/config/load-config.js';
import type { Logger } from '../platform/log.js';
import type { MediaStore } from '../platform/media-store/media-store.js';

type Deps = { db: Database; media: MediaStore; log: Logger; config: Pick<Config, 'IGA_GCS_IMAGE_PREFIX'> };

const dayMs = 24 * 60 * 60_000;

/**
 * Deletes objects that were stored a day ago and that no row names: their process was killed between the two, and
 * nobody's deletion would find them. Objects that are older than the database stay: their rows may be in another one,
 * whose place this one has taken. Answers how many.
 */
export async function deleteOrphans({ db, media, log, config }: Deps): Promise<number> {
  const pictures = config.IGA_GCS_IMAGE_PREFIX.replace(/\/+$/, '');
  const beganAtMs = await databaseBeganAtMs(db);
  let deleted = 0;
  for (const prefix of ['uploads', 'speech', ...(pictures === '' ? [] : [pictures])]) {
    const old = await media.listOlder(prefix, dayMs);
    const uris = old.filter(({ storedAtMs }) => storedAtMs > beganAtMs).map(({ uri }) => uri);
    for (const uri of await withoutReferences(db, uris)) {
      await media.delete(uri);
      deleted += 1;
    }
  }
  if (deleted > 0) log.info({ objects: deleted }, 'deleted objects that belong to nothing on record');
  return deleted;
}
