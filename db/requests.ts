import type { Database } from './connect.js';

/** The request of a run as it was claimed (see `claimRun`); undefined when the run is unknown or deleted. */
export async function findRequest(db: Database, workflowId: string): Promise<unknown> {
  const row = await db
    .selectFrom('workflow_instances')
    .select('trigger_event_details_json')
    .where('workflow_id', '=', workflowId)
    .executeTakeFirst();
  return row?.trigger_event_details_json ?? undefined;
}

/** When the episode was first asked for; stays the same over all attempts. */
export async function findStartedAt(db: Database, workflowId: string): Promise<Date> {
  const row = await db
    .selectFrom('workflow_instances')
    .select('start_timestamp')
    .where('workflow_id', '=', workflowId)
    .executeTakeFirstOrThrow();
  return row.start_timestamp;
}
