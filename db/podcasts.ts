// Episodes as the REST API and the CLI read them.
import { sql } from 'kysely';
import { defined } from '../platform/defined.js';
import type { Database } from './connect.js';
import type { StageEntry } from './schema/podcasts.js';
import type { OverallStatus } from './schema/workflow-instances.js';

export type PodcastRecord = {
  podcastId: string;
  ownerId: string | null;
  topic: string;
  title: string | null;
  /** The finished file still has another title. */
  isFileBehind: boolean;
  language: string | null;
  status: string;
  overallStatus: OverallStatus;
  runNumber: number;
  idempotencyKey: string;
  errorCode: string | null;
  errorMessage: string | null;
  createdAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
  scriptUri: string | null;
  audioUri: string | null;
  transcriptUri: string | null;
  manifestUri: string | null;
  coverUri: string | null;
  coverThumbnailUri: string | null;
  segmentsTotal: number | null;
  segmentsDone: number;
  durationMs: number | null;
  audioBytes: number | null;
  audioSha256: string | null;
  /** When the finished file was written; null until there is one. */
  fileWrittenAt: Date | null;
  warnings: { code: string; message: string }[];
  log: StageEntry[];
  ttsSettingsUsed: Record<string, unknown> | null;
  pauseCount: number;
  /** Somebody has cancelled the latest run; it may not have ended yet. */
  isCancelled: boolean;
  public: boolean;
  streamId: string;
  /** Of the finished file's audio alone; null until there is one. */
  streamBytes: number | null;
  /** Duration of the segments before the first missing one. */
  heardMs: number;
  asfNotificationStatus: string | null;
};

/** Undefined when the owner has no such episode; `'deleted'` when it was deleted. */
export async function findPodcast(
  db: Database,
  ownerId: string,
  podcastId: string,
): Promise<PodcastRecord | 'deleted' | undefined> {
  const run = await db
    .selectFrom('workflow_instances')
    .select(['deleted_at'])
    .where('workflow_id', '=', podcastId)
    .where('user_id', '=', ownerId)
    .executeTakeFirst();
  if (run === undefined) return undefined;
  if (run.deleted_at !== null) return 'deleted';
  const row = await podcastRows(db).where('p.podcast_id', '=', podcastId).executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

/** An episode that everybody may hear; undefined when there is none of this id, or it is not public. */
export async function findPublicPodcast(db: Database, podcastId: string): Promise<PodcastRecord | undefined> {
  const row = await podcastRows(db)
    .where('p.podcast_id', '=', podcastId)
    .where('p.public', '=', true)
    .executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

export async function setPublic(db: Database, podcastId: string, isPublic: boolean): Promise<void> {
  await db
    .updateTable('podcasts')
    .set(
      defined({
        public: isPublic,
        first_public_at: isPublic ? sql<Date>`coalesce(first_public_at, now())` : undefined,
      }),
    )
    .where('podcast_id', '=', podcastId)
    .execute();
}

/** `words` must occur in the title or the topic, in any case. */
export type PodcastFilter = { words?: string; statuses?: readonly OverallStatus[] };

/** Newest first. */
export async function listPodcasts(
  db: Database,
  ownerId: string,
  filter: PodcastFilter,
  page: { offset: number; limit: number },
): Promise<{ podcasts: PodcastRecord[]; total: number }> {
  const { words, statuses } = filter;
  // These three are special in SQL's `like`.
  const pattern = `%${(words ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const matching = sql<boolean>`w.user_id = ${ownerId}
    and (${words === undefined} or p.title ilike ${pattern} or p.topic ilike ${pattern})
    and (${statuses === undefined} or w.overall_status = any(${statuses ?? []}::text[]))`;
  const rows = await podcastRows(db)
    .where(matching)
    .orderBy('p.task_created_timestamp', 'desc')
    .orderBy('p.podcast_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const { total } = await db
    .selectFrom('podcasts as p')
    .innerJoin('workflow_instances as w', 'w.workflow_id', 'p.podcast_id')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(matching)
    .executeTakeFirstOrThrow();
  return { podcasts: rows.map(toRecord), total };
}

/** Changes nothing when the run is over or another one has begun. It locks this row alone, so it cannot deadlock. */
export async function recordCover(
  db: Database,
  podcastId: string,
  runNumber: number,
  cover: { uri: string; thumbnailUri: string } | null,
): Promise<void> {
  await sql`update podcasts p set cover_uri = ${cover?.uri ?? null}, cover_thumbnail_uri = ${cover?.thumbnailUri ?? null},
      last_updated_timestamp = now()
    from workflow_instances w
    where p.podcast_id = ${podcastId} and w.workflow_id = p.podcast_id and w.run_number = ${runNumber}
      and not is_terminal(w.overall_status) and w.deleted_at is null`.execute(db);
}

/** Adds the warning to the episode once. Changes nothing when the run is over or another one has begun. */
export async function recordNoticeFailure(
  db: Database,
  podcastId: string,
  runNumber: number,
  warning: { code: string; message: string },
): Promise<void> {
  await sql`update podcasts p set asf_notification_status = 'failed', last_updated_timestamp = now(),
      warnings = p.warnings || ${JSON.stringify([warning])}::jsonb
    from workflow_instances w
    where p.podcast_id = ${podcastId} and w.workflow_id = p.podcast_id and w.run_number = ${runNumber}
      and not is_terminal(w.overall_status) and w.deleted_at is null
      and p.asf_notification_status is distinct from 'failed'`.execute(db);
}

/** What the notice to the streamer says about a finished episode; undefined when there is no finished file. */
export async function findFinishedStream(
  db: Database,
  podcastId: string,
): Promise<{ streamId: string; filepath: string } | undefined> {
  const row = await db
    .selectFrom('podcasts')
    .select(['stream_id', 'final_audio_filepath'])
    .where('podcast_id', '=', podcastId)
    .executeTakeFirst();
  if (row?.final_audio_filepath == null) return undefined;
  return { streamId: row.stream_id, filepath: row.final_audio_filepath };
}

function podcastRows(db: Database) {
  return db
    .selectFrom('podcasts as p')
    .innerJoin('workflow_instances as w', 'w.workflow_id', 'p.podcast_id')
    .innerJoinLateral(
      sql<{ done: number; heard_ms: number; heard_bytes: number }>`(
        select count(*) as done, coalesce(sum(duration_ms) filter (where seq = place), 0) as heard_ms,
          coalesce(sum(bytes) filter (where seq = place), 0) as heard_bytes
        from (select seq, bytes, duration_ms, row_number() over (order by seq) - 1 as place
          from episode_segments where workflow_id = p.podcast_id) placed)`.as('s'),
      (join) => join.onTrue(),
    )
    .selectAll('p')
    .select([
      'w.user_id',
      'w.overall_status',
      'w.run_number',
      'w.error_code',
      'w.error_message',
      'w.end_timestamp',
      'w.idempotency_key',
      'w.decisions',
      's.done',
      's.heard_ms',
      's.heard_bytes',
    ]);
}

type PodcastRow = Awaited<ReturnType<ReturnType<typeof podcastRows>['executeTakeFirstOrThrow']>>;

function toRecord(row: PodcastRow): PodcastRecord {
  return {
    podcastId: row.podcast_id,
    ownerId: row.user_id,
    topic: row.topic,
    title: row.title,
    isFileBehind:
      row.final_audio_filepath !== null && row.given_title !== null && row.given_title !== row.file_title,
    language: row.language,
    status: row.cpoa_status,
    overallStatus: row.overall_status,
    runNumber: row.run_number,
    idempotencyKey: row.idempotency_key,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    createdAt: row.task_created_timestamp,
    updatedAt: row.last_updated_timestamp,
    endedAt: row.end_timestamp,
    scriptUri: row.script_uri,
    audioUri: row.final_audio_filepath,
    transcriptUri: row.transcript_uri,
    manifestUri: row.manifest_uri,
    coverUri: row.cover_uri,
    coverThumbnailUri: row.cover_thumbnail_uri,
    segmentsTotal: row.segments_total,
    segmentsDone: row.done,
    durationMs: row.duration_ms,
    audioBytes: row.audio_bytes,
    audioSha256: row.audio_sha256,
    fileWrittenAt: row.final_audio_filepath === null ? null : (row.file_written_at ?? row.end_timestamp),
    warnings: row.warnings,
    log: row.cpoa_full_orchestration_log,
    ttsSettingsUsed: row.tts_settings_used,
    pauseCount: row.pause_count,
    isCancelled: row.decisions.cancel !== undefined,
    public: row.public,
    streamId: row.stream_id,
    // Earlier releases did not store the number; the file is a tag and the segments all the same.
    streamBytes: row.final_audio_filepath === null ? null : (row.stream_bytes ?? row.heard_bytes),
    heardMs: row.heard_ms,
    asfNotificationStatus: row.asf_notification_status,
  };
}
