// What an episode is called: by its script, or by the person who renamed it.
import { sql } from 'kysely';
import type { Database } from './connect.js';
import { addErasure } from './erasures.js';
import type { FinishedEpisode } from './finished-episodes.js';

/** Names an episode. Its finished file has the former title until it is written anew. */
export async function giveTitle(db: Database, podcastId: string, title: string): Promise<void> {
  await sql`update podcasts set title = ${title}, given_title = ${title}, last_updated_timestamp = now()
    where podcast_id = ${podcastId}`.execute(db);
}

/** Undefined for an episode that nobody has named. */
export async function findGivenTitle(db: Database, podcastId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('podcasts')
    .select('given_title')
    .where('podcast_id', '=', podcastId)
    .executeTakeFirst();
  return row?.given_title ?? undefined;
}

/** A finished file that was written anew. */
export type RetitledFile = {
  title: string;
  audioUri: string;
  manifestUri: string;
  bytes: number;
  sha256: string;
  manifestSha256: string;
};

/**
 * Records the file in place of the one before, also in the row of the step that finished the episode, so that the audit record
 * vouches for it. The former objects go in ten minutes: somebody may be listening. False: the episode has another
 * file or another title by now, or is gone; nothing was written.
 */
export async function recordRetitled(
  db: Database,
  { podcastId, audioUri, manifestUri }: Pick<FinishedEpisode, 'podcastId' | 'audioUri' | 'manifestUri'>,
  file: RetitledFile,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select lock_record(${podcastId})`.execute(tx);
    // `Last-Modified` counts in seconds, and the file before had another one.
    const { numAffectedRows } = await sql`update podcasts p set final_audio_filepath = ${file.audioUri},
        manifest_uri = ${file.manifestUri}, audio_bytes = ${file.bytes}, audio_sha256 = ${file.sha256},
        file_title = ${file.title}, last_updated_timestamp = now(),
        file_written_at = greatest(now(), coalesce(file_written_at, end_timestamp) + interval '1 second')
      from workflow_instances w
      where podcast_id = ${podcastId} and w.workflow_id = podcast_id and final_audio_filepath = ${audioUri}
        and given_title = ${file.title}`.execute(tx);
    if (numAffectedRows !== 1n) return false;
    const { sha256, bytes, manifestSha256 } = file;
    const facts = JSON.stringify({ audioUri: file.audioUri, sha256, bytes, manifestSha256 });
    await sql`update idempotency_keys set result_payload = result_payload || ${facts}::jsonb
      where workflow_id = ${podcastId} and task_name = 'cpoa_assemble_episode_task'`.execute(tx);
    await sql`update task_instances set last_updated_timestamp = now(),
        output_result_summary_json = output_result_summary_json || ${facts}::jsonb
      where workflow_id = ${podcastId} and activity_id = 'assembly'`.execute(tx);
    const former = [audioUri, manifestUri].filter((uri) => ![file.audioUri, file.manifestUri].includes(uri));
    if (former.length > 0) await addErasure(tx, { mediaUris: former, isLate: true });
    return true;
  });
}
