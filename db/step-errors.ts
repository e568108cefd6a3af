import { sql } from 'kysely';
import type { Database } from './connect.js';

/** What a failed step said of its error with this code; undefined when it has recorded no such error. */
export async function findStepMessage(
  db: Database,
  workflowId: string,
  activityId: string,
  code: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('task_instances')
    .select(sql<string | null>`error_details_json->>'message'`.as('message'))
    .where('workflow_id', '=', workflowId)
    .where('activity_id', '=', activityId)
    .where(sql<boolean>`error_details_json->>'error_type' = ${code}`)
    .executeTakeFirst();
  return row?.message ?? undefined;
}
