import { sql } from 'kysely';
import type { Decisions } from '../workflows/contract/decisions.js';
import type { Database } from './connect.js';

/** A run that has not ended on record. */
export type OpenRun = {
  workflowId: string;
  triggerType: string;
  ownerId: string;
  idempotencyKey: string;
  runNumber: number;
  stage: string | undefined;
  decisions: Decisions;
  /** Whether the record shows it as paused. */
  isPaused: boolean;
};

/** At most 500 open runs whose record has not changed for `quietSeconds`: first those never started, then the oldest. */
export async function listOpenRuns(db: Database, quietSeconds: number): Promise<OpenRun[]> {
  const { rows } = await sql<{
    workflow_id: string;
    trigger_event_type: string;
    user_id: string;
    idempotency_key: string;
    run_number: number;
    stage: string | null;
    decisions: Decisions;
    paused: boolean;
  }>`
    select w.workflow_id, w.trigger_event_type, w.user_id, w.idempotency_key, w.run_number,
      w.context_data_json->>'stage' as stage, w.decisions, coalesce(p.cpoa_status = 'paused', false) as paused
    from workflow_instances w left join podcasts p on p.podcast_id = w.workflow_id
    where w.overall_status in ('pending', 'in_progress')
      and w.user_id is not null and w.last_updated_timestamp < now() - make_interval(secs => ${quietSeconds})
    order by w.overall_status = 'pending' desc, w.last_updated_timestamp limit 500`.execute(db);
  return rows.map((row) => ({
    workflowId: row.workflow_id,
    triggerType: row.trigger_event_type,
    ownerId: row.user_id,
    idempotencyKey: row.idempotency_key,
    runNumber: row.run_number,
    stage: row.stage ?? undefined,
    decisions: row.decisions,
    isPaused: row.paused,
  }));
}
