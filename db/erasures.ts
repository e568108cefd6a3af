// Deletions: the record forgets content in one transaction, and lists here what other stores still have to forget.
import { sql } from 'kysely';
import type { Logger } from '../platform/log.js';
import type { MediaStore } from '../platform/media-store/media-store.js';
import type { Database } from './connect.js';

export type Erasure = {
  erasureId: number;
  /** Of a deleted episode. */
  workflowId: string | undefined;
  /** What the engine calls its runs. */
  engineId: string | undefined;
  /** Objects that were the episode's or the upload's, beside those below the episode's own folder. */
  mediaUris: string[];
  /** It has been carried out once before. */
  again: boolean;
};

/** Forgets all runs of the id, running ones too. */
export type ForgetRuns = (engineId: string) => Promise<void>;

/**
 * An attempt that the engine or this record had given up may still have been at work when its episode was deleted. What
 * it has written is taken away after this long, too.
 */
const lateMinutes = 10;

/**
 * Before an object is written that nothing on record refers to yet: if its writer is killed, it is taken away. A writer
 * that is still at work after `lateMinutes` loses it.
 */
export async function foreseeErasure(db: Database, mediaUri: string): Promise<number> {
  const { erasure_id: erasureId } = await db
    .insertInto('erasures')
    .values({ media_uris: [mediaUri], carried_out_at: new Date() })
    .returning('erasure_id')
    .executeTakeFirstOrThrow();
  return erasureId;
}

/** The writer has come to its end: the object is on record, or it is gone. */
export async function forgoErasure(db: Database, erasureId: number): Promise<void> {
  await db.deleteFrom('erasures').where('erasure_id', '=', erasureId).execute();
}

export async function addErasure(
  tx: Database,
  {
    workflowId,
    engineId,
    mediaUris,
    isLate = false,
  }: Partial<Pick<Erasure, 'workflowId' | 'engineId'>> &
    Pick<Erasure, 'mediaUris'> & {
      /** Only after `lateMinutes`, and not before. */
      isLate?: boolean;
    },
): Promise<Erasure> {
  const { erasure_id: erasureId } = await tx
    .insertInto('erasures')
    .values({
      workflow_id: workflowId ?? null,
      engine_id: engineId ?? null,
      media_uris: mediaUris,
      ...(isLate ? { carried_out_at: new Date() } : {}),
    })
    .returning('erasure_id')
    .executeTakeFirstOrThrow();
  return { erasureId, workflowId, engineId, mediaUris, again: false };
}

/** Those that nobody has carried out, and those that are to be carried out once more; the oldest first. */
export async function listDueErasures(db: Database): Promise<Erasure[]> {
  const rows = await db
    .selectFrom('erasures')
    .selectAll()
    .where(
      sql<boolean>`carried_out_at is null or carried_out_at < now() - make_interval(mins => ${lateMinutes})`,
    )
    .orderBy('erasure_id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    erasureId: row.erasure_id,
    workflowId: row.workflow_id ?? undefined,
    engineId: row.engine_id ?? undefined,
    mediaUris: row.media_uris,
    again: row.carried_out_at !== null,
  }));
}

/**
 * Takes away what nothing on record refers to. False: a store did not answer; the erasure stays on record, and the next
 * pass of the workers tries again. It may be carried out any number of times.
 */
export async function carryOut(
  deps: { db: Database; media: MediaStore; forgetRuns: ForgetRuns; log: Logger },
  erasure: Erasure,
): Promise<boolean> {
  const { db, media, forgetRuns, log } = deps;
  const { erasureId, workflowId, engineId, again } = erasure;
  try {
    if (workflowId !== undefined) await media.deleteBelow(`episodes/${workflowId}/`);
    const unused = await withoutReferences(db, erasure.mediaUris);
    await Promise.all(unused.map((uri) => media.delete(uri)));
    if (engineId !== undefined) await forgetRuns(engineId);
    if (again || workflowId === undefined) {
      await db.deleteFrom('erasures').where('erasure_id', '=', erasureId).execute();
    } else {
      await db
        .updateTable('erasures')
        .set({ carried_out_at: new Date() })
        .where('erasure_id', '=', erasureId)
        .execute();
    }
    return true;
  } catch (error) {
    log.warn({ err: error, workflow_id: workflowId }, 'not everything could be deleted yet');
    return false;
  }
}

/**
 * Of objects that rows name (spoken lines, uploads, pictures, finished files), those that no row names. They are named by their content, so
 * another episode may have made the same since a deletion. A picture is also named by the step that drew it; thumbnails
 * go with their picture.
 */
export async function withoutReferences(db: Database, uris: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ uri: string }>`
    with asked as (select uri, regexp_replace(uri, '-480\\.webp$', '.png') as picture
      from unnest(${[...uris]}::text[]) as uri)
    select uri from asked
    where not exists (select from speech_segments s where s.media_uri = uri)
      and not exists (select from uploads u where u.media_uri = uri)
      and not exists (select from podcasts p
        where p.cover_uri = picture or p.final_audio_filepath = uri or p.manifest_uri = uri)
      and not exists (select from topics_snippets t where t.image_url = picture)
      and not exists (select from idempotency_keys k
        where k.result_payload ? 'image_url' and k.result_payload->>'image_url' = picture)`.execute(db);
  return rows.map(({ uri }) => uri);
}
