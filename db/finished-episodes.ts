import { sql } from 'kysely';
import type { Database } from './connect.js';

/** A finished episode's objects in the media store, and what is on record of them. */
export type FinishedEpisode = {
  podcastId: string;
  ownerId: string;
  startedAt: Date;
  scriptUri: string;
  audioUri: string;
  audioSha256: string;
  transcriptUri: string;
  manifestUri: string;
  /** Null when the episode was finished without a cover. */
  coverUri: string | null;
  thumbnailUri: string | null;
  segmentsTotal: number;
  /** What a person named it. */
  givenTitle?: string;
  /** Of its file; undefined for the script's. */
  fileTitle?: string;
  /** Of the file when it was finished: without what happened later. */
  warnings: { code: string; message: string }[];
  /** Absent in episodes of earlier releases. */
  transcriptSha256?: string;
  manifestSha256?: string;
};

type Row = {
  podcast_id: string;
  user_id: string;
  start_timestamp: Date;
  script_uri: string;
  final_audio_filepath: string;
  audio_sha256: string;
  transcript_uri: string;
  manifest_uri: string;
  cover_uri: string | null;
  cover_thumbnail_uri: string | null;
  segments_total: number;
  given_title: string | null;
  file_title: string | null;
  warnings: { code: string; message: string }[];
  transcript_sha256: string | null;
  manifest_sha256: string | null;
};

/** Undefined when the episode is not finished, or no longer there. */
export async function findFinishedEpisode(
  db: Database,
  podcastId: string,
): Promise<FinishedEpisode | undefined> {
  const { rows } = await sql<Row>`
    select p.podcast_id, w.user_id, w.start_timestamp, p.script_uri, p.final_audio_filepath, p.audio_sha256,
      p.transcript_uri, p.manifest_uri, p.cover_uri, p.cover_thumbnail_uri, p.segments_total,
      p.given_title, p.file_title,
      -- A notice that failed was added when the file was finished.
      case when p.asf_notification_status = 'failed' then p.warnings - -1 else p.warnings end as warnings,
      k.result_payload->>'transcriptSha256' as transcript_sha256,
      k.result_payload->>'manifestSha256' as manifest_sha256
    from podcasts p join workflow_instances w on w.workflow_id = p.podcast_id
      left join idempotency_keys k on k.workflow_id = p.podcast_id and k.task_name = 'cpoa_assemble_episode_task'
    where p.podcast_id = ${podcastId} and w.overall_status in ('completed', 'completed_with_errors')
      and w.deleted_at is null and p.final_audio_filepath is not null and p.script_uri is not null
      and p.transcript_uri is not null and p.manifest_uri is not null`.execute(db);
  const [row] = rows;
  return (
    row && {
      podcastId: row.podcast_id,
      ownerId: row.user_id,
      startedAt: row.start_timestamp,
      scriptUri: row.script_uri,
      audioUri: row.final_audio_filepath,
      audioSha256: row.audio_sha256,
      transcriptUri: row.transcript_uri,
      manifestUri: row.manifest_uri,
      coverUri: row.cover_uri,
      thumbnailUri: row.cover_thumbnail_uri,
      segmentsTotal: row.segments_total,
      warnings: row.warnings,
      ...(row.given_title === null ? {} : { givenTitle: row.given_title }),
      ...(row.file_title === null ? {} : { fileTitle: row.file_title }),
      ...(row.transcript_sha256 === null ? {} : { transcriptSha256: row.transcript_sha256 }),
      ...(row.manifest_sha256 === null ? {} : { manifestSha256: row.manifest_sha256 }),
    }
  );
}

/** All of them, or so many at random. */
export async function listFinishedEpisodes(db: Database, sample?: number): Promise<string[]> {
  const { rows } = await sql<{ podcast_id: string }>`
    select p.podcast_id from podcasts p join workflow_instances w on w.workflow_id = p.podcast_id
    where w.overall_status in ('completed', 'completed_with_errors') and w.deleted_at is null
      and p.final_audio_filepath is not null
    order by random() limit ${sample ?? null}`.execute(db);
  return rows.map((row) => row.podcast_id);
}

/** An object that the record refers to and that no finished episode is made of. */
export type RecordedObject = { what: string; uri: string; sha256?: string };

/** Sources, uploads and pictures of snippets: all of them, or so many of each at random. */
export async function listRecordedObjects(db: Database, sample?: number): Promise<RecordedObject[]> {
  const { rows } = await sql<{ what: string; uri: string; sha256: string | null }>`
    (select 'the upload ' || upload_id as what, media_uri as uri, sha256 from uploads
      order by random() limit ${sample ?? null})
    union all
    (select 'the sources of the episode ' || k.workflow_id, k.result_payload->>'bundleUri', null
      from idempotency_keys k join workflow_instances w on w.workflow_id = k.workflow_id
      where k.result_payload ? 'bundleUri' and w.deleted_at is null order by random() limit ${sample ?? null})
    union all
    (select 'the picture of the snippet ' || id, image_url, null from topics_snippets
      where image_url like 'media://%' order by random() limit ${sample ?? null})`.execute(db);
  return rows.map(({ what, uri, sha256 }) => ({ what, uri, ...(sha256 === null ? {} : { sha256 }) }));
}
