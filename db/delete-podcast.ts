import { sql } from 'kysely';
import type { Database } from './connect.js';
import { addErasure, type Erasure } from './erasures.js';

/**
 * Deletes an ended episode's content and leaves a bare record that its key was used. Answers what other stores are still
 * to forget, for the caller to carry out at once; undefined when the run has not ended.
 * @param engineId what the engine calls the episode's runs
 */
export async function deletePodcast(
  db: Database,
  workflowId: string,
  engineId: string,
): Promise<Erasure | undefined> {
  return db.transaction().execute(async (tx) => {
    // One at a time: of two that share a line or an upload, each would leave it to the other.
    await sql`select pg_advisory_xact_lock(hashtext('aethercast'), hashtext('delete_podcast'))`.execute(tx);
    await sql`select lock_record(${workflowId})`.execute(tx);
    const emptied = await tx
      .updateTable('workflow_instances')
      .set({
        deleted_at: new Date(),
        trigger_event_details_json: null,
        context_data_json: null,
        error_message: null,
      })
      .where('workflow_id', '=', workflowId)
      .where(sql<boolean>`is_terminal(overall_status)`)
      .where('deleted_at', 'is', null)
      .returning('workflow_id')
      .executeTakeFirst();
    if (emptied === undefined) return undefined;
    const pictures = await deletePodcastRow(tx, workflowId);
    await deleteResults(tx, workflowId);
    await sql`delete from ui_events where data::text like ${`%${workflowId}%`}`.execute(tx);
    const speech = await deleteSegments(tx, workflowId);
    const uploads = await deleteUploads(tx, workflowId);
    return addErasure(tx, { workflowId, engineId, mediaUris: [...pictures, ...speech, ...uploads] });
  });
}

/** Answers its pictures; all else that it names is below the episode's own folder. */
async function deletePodcastRow(tx: Database, workflowId: string): Promise<string[]> {
  const episode = await tx
    .deleteFrom('podcasts')
    .where('podcast_id', '=', workflowId)
    .returning(['cover_uri', 'cover_thumbnail_uri'])
    .executeTakeFirst();
  // A cover may be drawn and not recorded with the episode, when the run was over before.
  const { rows } = await sql<{ image: string | null; thumbnail: string | null }>`
    select result_payload->>'image_url' as image, result_payload->>'thumbnail_url' as thumbnail
    from idempotency_keys where workflow_id = ${workflowId} and result_payload ? 'image_url'`.execute(tx);
  const uris = [
    episode?.cover_uri,
    episode?.cover_thumbnail_uri,
    ...rows.flatMap(({ image, thumbnail }) => [image, thumbnail]),
  ];
  return [...new Set(uris.filter((uri) => typeof uri === 'string'))];
}

/** What the steps were given and have brought. */
async function deleteResults(tx: Database, workflowId: string): Promise<void> {
  await sql`delete from generated_scripts where script_id in (
    select result_payload->>'scriptId' from idempotency_keys
    where workflow_id = ${workflowId} and result_payload ? 'scriptId')`.execute(tx);
  await sql`update idempotency_keys set result_payload = null, error_payload = null
    where workflow_id = ${workflowId}`.execute(tx);
  await sql`update task_instances set input_params_json = null, output_result_summary_json = null,
    error_details_json = null where workflow_id = ${workflowId}`.execute(tx);
}

/** Answers the audio that no other episode uses. */
async function deleteSegments(tx: Database, workflowId: string): Promise<string[]> {
  const { rows: gone } = await sql<{ speech_key: string }>`
    delete from episode_segments where workflow_id = ${workflowId} returning speech_key`.execute(tx);
  const keys = gone.map((row) => row.speech_key);
  // Waits for a step that is just recording the same line; the next statement then sees its episode.
  await sql`select from speech_segments where speech_key = any(${keys}) order by speech_key for update`.execute(
    tx,
  );
  const { rows } = await sql<{ uri: string }>`
    delete from speech_segments s where speech_key = any(${keys})
      and not exists (select from episode_segments e where e.speech_key = s.speech_key)
    returning media_uri as uri`.execute(tx);
  return rows.map(({ uri }) => uri);
}

/** Answers the files that no other episode is made of. */
async function deleteUploads(tx: Database, workflowId: string): Promise<string[]> {
  const uses = await tx
    .deleteFrom('upload_uses')
    .where('workflow_id', '=', workflowId)
    .returning('upload_id')
    .execute();
  const ids = uses.map((row) => row.upload_id);
  // Waits for a request that is just being recorded; the next statement then sees its use.
  await sql`select from uploads where upload_id = any(${ids}::uuid[]) order by upload_id for update`.execute(
    tx,
  );
  const { rows } = await sql<{ uri: string }>`
    delete from uploads u where upload_id = any(${ids}::uuid[])
      and not exists (select from upload_uses x where x.upload_id = u.upload_id)
    returning media_uri as uri`.execute(tx);
  return rows.map(({ uri }) => uri);
}
