// The state of an episode's run, as its followers see it.
import { sql } from 'kysely';
import type { Database } from '../connect.js';
import type { StageEntry } from '../schema/podcasts.js';
import type { OverallStatus } from '../schema/workflow-instances.js';

export type EpisodeState = {
  podcastId: string;
  streamId: string;
  ownerId: string | null;
  /** The client whose pages follow the episode; null when the request named none. */
  clientId: string | null;
  /** The detailed status, for people. */
  status: string;
  overallStatus: OverallStatus;
  runNumber: number;
  errorCode: string | null;
  errorMessage: string | null;
  endedAt: Date | null;
  segmentsTotal: number | null;
  log: StageEntry[];
  /** Of the finished, verified file: its audio alone, as the stream is. Null until then. */
  finished: { bytes: number; sha256: string } | null;
};

/** Undefined when there is no such episode, or no longer. */
export async function findEpisodeState(db: Database, podcastId: string): Promise<EpisodeState | undefined> {
  const row = await episodeStates(db).where('p.podcast_id', '=', podcastId).executeTakeFirst();
  return row === undefined ? undefined : toState(row);
}

/** The episodes that the owner's client asked for: under way, or ended within the hour; newest first, ten at most. */
export async function findClientEpisodes(
  db: Database,
  ownerId: string,
  clientId: string,
): Promise<EpisodeState[]> {
  const rows = await episodeStates(db)
    .where('w.user_id', '=', ownerId)
    .where('w.trigger_event_type', '=', 'podcast_generation')
    .where(sql<boolean>`w.trigger_event_details_json ? 'client_id'`)
    .where(sql`w.trigger_event_details_json->>'client_id'`, '=', clientId)
    .where(sql<boolean>`coalesce(w.end_timestamp > now() - interval '1 hour', true)`)
    .orderBy('w.start_timestamp', 'desc')
    .limit(10)
    .execute();
  return rows.map(toState);
}

/** Whose page an episode is for; null when no client asked for it. Neither ever changes. */
export type EpisodeClient = { podcastId: string; ownerId: string | null; clientId: string | null };

export async function findEpisodeClient(db: Database, podcastId: string): Promise<EpisodeClient | undefined> {
  const row = await db
    .selectFrom('workflow_instances')
    .select(['user_id', sql<string | null>`trigger_event_details_json->>'client_id'`.as('client_id')])
    .where('workflow_id', '=', podcastId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { podcastId, ownerId: row.user_id, clientId: row.client_id };
}

/** Episodes that these clients asked for in the last seconds, oldest first. */
export async function findNewEpisodes(
  db: Database,
  clientIds: readonly string[],
  seconds: number,
): Promise<EpisodeClient[]> {
  const rows = await db
    .selectFrom('workflow_instances')
    .select(['workflow_id', 'user_id'])
    .select(sql<string | null>`trigger_event_details_json->>'client_id'`.as('client_id'))
    .where('trigger_event_type', '=', 'podcast_generation')
    .where(sql<boolean>`trigger_event_details_json ? 'client_id'`)
    .where(sql<boolean>`trigger_event_details_json->>'client_id' = any(${[...clientIds]}::text[])`)
    .where(sql<boolean>`start_timestamp > now() - make_interval(secs => ${seconds})`)
    .where('deleted_at', 'is', null)
    .orderBy('start_timestamp')
    .execute();
  return rows.map((row) => ({
    podcastId: row.workflow_id,
    ownerId: row.user_id,
    clientId: row.client_id,
  }));
}

/** Wakes the followers of an episode on every streamer and gateway. */
export async function wakeFollowers(db: Database, podcastId: string): Promise<void> {
  await sql`select pg_notify('episode_changed', ${podcastId})`.execute(db);
}

/** The episode of a stream id. */
export async function findPodcastOfStream(db: Database, streamId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('podcasts')
    .select('podcast_id')
    .where('stream_id', '=', streamId)
    .executeTakeFirst();
  return row?.podcast_id;
}

/** A few bytes per episode that change whenever there is something new for a follower. */
export async function fingerprints(
  db: Database,
  podcastIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; print: string }>`
    select p.podcast_id as id, p.last_updated_timestamp || '/' || w.overall_status || '/' || w.run_number || '/' ||
      (select count(*) from episode_segments s where s.workflow_id = p.podcast_id) as print
    from podcasts p join workflow_instances w on w.workflow_id = p.podcast_id
    where p.podcast_id = any(${[...podcastIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, print }) => [id, print]));
}

function episodeStates(db: Database) {
  return db
    .selectFrom('podcasts as p')
    .innerJoin('workflow_instances as w', 'w.workflow_id', 'p.podcast_id')
    .select([
      'p.podcast_id',
      'p.stream_id',
      'p.cpoa_status',
      'p.segments_total',
      'p.cpoa_full_orchestration_log',
      'p.final_audio_filepath',
      'p.stream_bytes',
      'p.stream_sha256',
      'w.user_id',
      'w.overall_status',
      'w.run_number',
      'w.error_code',
      'w.error_message',
      'w.end_timestamp',
      sql<string | null>`w.trigger_event_details_json->>'client_id'`.as('client_id'),
    ]);
}

type StateRow = Awaited<ReturnType<ReturnType<typeof episodeStates>['executeTakeFirstOrThrow']>>;

function toState(row: StateRow): EpisodeState {
  const { final_audio_filepath: file, stream_bytes: bytes, stream_sha256: sha256 } = row;
  return {
    podcastId: row.podcast_id,
    streamId: row.stream_id,
    ownerId: row.user_id,
    clientId: row.client_id,
    status: row.cpoa_status,
    overallStatus: row.overall_status,
    runNumber: row.run_number,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    endedAt: row.end_timestamp,
    segmentsTotal: row.segments_total,
    log: row.cpoa_full_orchestration_log,
    finished: file === null || bytes === null || sha256 === null ? null : { bytes, sha256 },
  };
}
