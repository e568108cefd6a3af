import { sql } from 'kysely';
import type { Database } from './connect.js';

/** A run that has not ended on record. */
export type OpenRun = {
  workflowId: string;
  triggerType: string;
  ownerId: string;
  idempotencyKey: string;
  runNumber: number;
  stage: string | undefined;
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
  }>`
    select workflow_id, trigger_event_type, user_id, idempotency_key, run_number, context_data_json->>'stage' as stage
    from workflow_instances
    where overall_status in ('pending', 'in_progress')
      and user_id is not null and last_updated_timestamp < now() - make_interval(secs => ${quietSeconds})
    order by overall_status = 'pending' desc, last_updated_timestamp limit 500`.execute(db);
  return rows.map((row) => ({
    workflowId: row.workflow_id,
    triggerType: row.trigger_event_type,
    ownerId: row.user_id,
    idempotencyKey: row.idempotency_key,
    runNumber: row.run_number,
    stage: row.stage ?? undefined,
  }));
}
