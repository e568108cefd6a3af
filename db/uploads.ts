import type { Database } from './connect.js';

export type Upload = {
  uploadId: string;
  ownerId: string;
  mediaUri: string;
  bytes: number;
  sha256: string;
  documentType: string;
  filename: string | undefined;
};

/** Writes nothing and answers false when the same file was uploaded before. */
export async function insertUpload(db: Database, upload: Upload): Promise<boolean> {
  const inserted = await db
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
    .onConflict((conflict) => conflict.column('upload_id').doNothing())
    .returning('upload_id')
    .executeTakeFirst();
  return inserted !== undefined;
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
