import { sql } from 'kysely';
import type { Database } from './connect.js';

/**
 * Deletes an ended episode's content and leaves a bare record that its key was used. Answers the media objects that
 * nothing refers to, for the caller to remove; undefined when the run has not ended.
 */
export async function deletePodcast(db: Database, workflowId: string): Promise<string[] | undefined> {
  return db.transaction().execute(async (tx) => {
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
    const episode = await tx
      .deleteFrom('podcasts')
      .where('podcast_id', '=', workflowId)
      .returning([
        'final_audio_filepath',
        'transcript_uri',
        'manifest_uri',
        'script_uri',
        'cover_uri',
        'cover_thumbnail_uri',
      ])
      .executeTakeFirst();
    const { cover_uri: cover = null, cover_thumbnail_uri: thumbnail = null, ...own } = episode ?? {};
    const pictures = (await isShared(tx, cover)) ? [] : [cover, thumbnail];
    const { rows: steps } = await sql<{ bundle: string | null; part: string | null; script: string | null }>`
      select result_payload->>'bundleUri' as bundle, result_payload->>'scriptUri' as part,
        result_payload->>'scriptId' as script from idempotency_keys
      where workflow_id = ${workflowId} and result_payload ?| array['bundleUri', 'scriptId']`.execute(tx);
    await sql`delete from generated_scripts where script_id = any(${steps.map((step) => step.script)})`.execute(
      tx,
    );
    await sql`update idempotency_keys set result_payload = null, error_payload = null
      where workflow_id = ${workflowId}`.execute(tx);
    await sql`update task_instances set input_params_json = null, output_result_summary_json = null,
      error_details_json = null where workflow_id = ${workflowId}`.execute(tx);
    const { rows: unused } = await sql<{ uri: string }>`
      with gone as (delete from episode_segments where workflow_id = ${workflowId} returning speech_key)
      delete from speech_segments s where s.speech_key in (select speech_key from gone) and not exists (
        select from episode_segments e where e.speech_key = s.speech_key and e.workflow_id <> ${workflowId})
      returning s.media_uri as uri`.execute(tx);
    return [
      ...Object.values(own),
      ...pictures,
      ...steps.flatMap((step) => [step.bundle, step.part]),
      ...unused.map((row) => row.uri),
    ].filter((uri): uri is string => uri !== null);
  });
}

/** Pictures are named by their content, so another episode or a snippet may share one. */
async function isShared(db: Database, cover: string | null): Promise<boolean> {
  if (cover === null) return false;
  const { rows } = await sql<{ shared: boolean }>`
    select exists (select from podcasts where cover_uri = ${cover})
      or exists (select from topics_snippets where image_url = ${cover}) as shared`.execute(db);
  return rows[0]?.shared ?? false;
}
