// Runs of every kind, as the diagnostics show them.
import { sql } from 'kysely';
import type { Database } from './connect.js';
import type { OverallStatus } from './schema/workflow-instances.js';

export type RunRecord = {
  runId: string;
  triggerType: string;
  overallStatus: OverallStatus;
  /** The detailed state where the kind has one, else the overall one. */
  status: string;
  stage: string | null;
  /** Title or topic of an episode, the words that were searched for, or null. */
  title: string | null;
  runNumber: number;
  errorCode: string | null;
  errorMessage: string | null;
  startedAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
  deletedAt: Date | null;
};

export type RunFilter = { triggerType?: string; statuses?: readonly OverallStatus[]; since?: Date };

/** Newest first. */
export async function listRuns(
  db: Database,
  ownerId: string,
  filter: RunFilter,
  page: { offset: number; limit: number },
): Promise<{ runs: RunRecord[]; total: number }> {
  const { triggerType, statuses, since } = filter;
  function matching() {
    return runsOf(db)
      .where('w.user_id', '=', ownerId)
      .$if(triggerType !== undefined, (query) => query.where('w.trigger_event_type', '=', triggerType ?? ''))
      .$if(statuses !== undefined, (query) => query.where('w.overall_status', 'in', statuses ?? []))
      .$if(since !== undefined, (query) => query.where('w.start_timestamp', '>=', sql<never>`${since}`));
  }
  const rows = await withTitle(matching())
    .orderBy('w.start_timestamp', 'desc')
    .orderBy('w.workflow_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const { total } = await matching()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { runs: rows.map(toRecord), total };
}

/** Undefined when the owner has no such run. */
export async function findRun(db: Database, ownerId: string, runId: string): Promise<RunRecord | undefined> {
  const row = await withTitle(
    runsOf(db).where('w.user_id', '=', ownerId).where('w.workflow_id', '=', runId),
  ).executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

/** The joins are to at most one row each, so that filters and order stay with the runs alone. */
function withTitle(runs: ReturnType<typeof runsOf>) {
  return runs
    .leftJoin('podcasts as p', 'p.podcast_id', 'w.workflow_id')
    .select([
      'w.workflow_id',
      'w.trigger_event_type',
      'w.overall_status',
      'w.run_number',
      'w.error_code',
      'w.error_message',
      'w.start_timestamp',
      'w.last_updated_timestamp',
      'w.end_timestamp',
      'w.deleted_at',
      'p.cpoa_status',
      sql<string | null>`coalesce(p.title, p.topic, w.trigger_event_details_json->>'query')`.as('title'),
      sql<string | null>`w.context_data_json->>'stage'`.as('stage'),
    ]);
}

function runsOf(db: Database) {
  return db.selectFrom('workflow_instances as w');
}

type RunRow = Awaited<ReturnType<ReturnType<typeof withTitle>['executeTakeFirstOrThrow']>>;

function toRecord(row: RunRow): RunRecord {
  return {
    runId: row.workflow_id,
    triggerType: row.trigger_event_type,
    overallStatus: row.overall_status,
    status: row.cpoa_status ?? row.overall_status,
    stage: row.stage,
    title: row.title,
    runNumber: row.run_number,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    startedAt: row.start_timestamp,
    updatedAt: row.last_updated_timestamp,
    endedAt: row.end_timestamp,
    deletedAt: row.deleted_at,
  };
}
