import { sql } from 'kysely';
import type { Database } from './connect.js';
import { addErasure, type Erasure } from './erasures.js';

export type Upload = {
  uploadId: string;
  ownerId: string;
  mediaUri: string;
  bytes: number;
  sha256: string;
  documentType: string;
  filename: string | undefined;
};

/** Answers false when the same file was uploaded before; then only the time at which it expires is put off. */
export async function insertUpload(db: Database, upload: Upload): Promise<boolean> {
  const { is_new: isNew } = await db
    .insertInto('uploads')
    .values({
      upload_id: upload.uploadId,
      owner_id: upload.ownerId,
      media_uri: upload.mediaUri,
      bytes: upload.bytes,
      sha256: upload.sha256,
      document_type: upload.documentType,
      filename: upload.filename ?? null,
    })
    .onConflict((conflict) => conflict.column('upload_id').doUpdateSet({ last_sent_at: sql<Date>`now()` }))
    // Zero in a row that was inserted, not updated.
    .returning(sql<boolean>`xmax = 0`.as('is_new'))
    .executeTakeFirstOrThrow();
  return isNew;
}

/** Undefined when the owner has no such upload. */
export async function findUpload(
  db: Database,
  ownerId: string,
  uploadId: string,
): Promise<Upload | undefined> {
  const row = await db
    .selectFrom('uploads')
    .selectAll()
    .where('upload_id', '=', uploadId)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    uploadId: row.upload_id,
    ownerId: row.owner_id,
    mediaUri: row.media_uri,
    bytes: row.bytes,
    sha256: row.sha256,
    documentType: row.document_type,
    filename: row.filename ?? undefined,
  };
}

/** Answers what the media store is to forget; `in use` while a run that has not ended may need the file. */
export async function deleteUpload(
  db: Database,
  ownerId: string,
  uploadId: string,
): Promise<Erasure | 'in use' | undefined> {
  return db.transaction().execute(async (tx) => {
    // Waits for a request that is just being recorded; the next statement then sees its use.
    const upload = await tx
      .selectFrom('uploads')
      .select('media_uri')
      .where('upload_id', '=', uploadId)
      .where('owner_id', '=', ownerId)
      .forUpdate()
      .executeTakeFirst();
    if (upload === undefined) return undefined;
    const { rows } = await sql`select from upload_uses join workflow_instances w using (workflow_id)
      where upload_id = ${uploadId} and not is_terminal(w.overall_status) limit 1`.execute(tx);
    if (rows.length > 0) return 'in use';
    await tx.deleteFrom('upload_uses').where('upload_id', '=', uploadId).execute();
    await tx.deleteFrom('uploads').where('upload_id', '=', uploadId).execute();
    return addErasure(tx, { mediaUris: [upload.media_uri] });
  });
}

/** Deletes uploads that no episode is made of and that were last sent longer ago than that; at most 100 at a time. */
export async function expireUploads(db: Database, hours: number): Promise<Erasure | undefined> {
  return db.transaction().execute(async (tx) => {
    const { rows: old } = await sql<{ upload_id: string }>`
      select upload_id from uploads u where last_sent_at < now() - make_interval(hours => ${hours})
        and not exists (select from upload_uses x where x.upload_id = u.upload_id)
      order by last_sent_at limit 100 for update skip locked`.execute(tx);
    // Sees uses that were recorded until the rows were locked.
    const { rows: expired } = await sql<{ uri: string }>`
      delete from uploads u where upload_id = any(${old.map((row) => row.upload_id)}::uuid[])
        and not exists (select from upload_uses x where x.upload_id = u.upload_id)
      returning media_uri as uri`.execute(tx);
    if (expired.length === 0) return undefined;
    return addErasure(tx, { mediaUris: expired.map(({ uri }) => uri) });
  });
}
