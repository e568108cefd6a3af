import { sql } from 'kysely';
import type { Database } from './connect.js';

/** Address of the sources as they were harvested for a run; undefined before, and after the run was deleted. */
export async function findSourceBundle(db: Database, workflowId: string): Promise<string | undefined> {
  const { rows } = await sql<{ uri: string }>`
    select result_payload->>'bundleUri' as uri from idempotency_keys
    where workflow_id = ${workflowId} and result_payload ? 'bundleUri'`.execute(db);
  return rows[0]?.uri;
}
