import { sql } from 'kysely';
import type { Database } from './connect.js';

/** The finished file's hash on record. */
export type RecordedAudio = {
  sha256: string | null;
  /** Whether the audit chain confirms the row that holds the hash. */
  isConfirmed: boolean;
};

/**
 * The finished file's SHA-256 from the row of the step that made it, and whether the last audit entry of that row
 * holds the hash of what the row says now. Undefined when no file was finished.
 */
export async function findRecordedAudio(
  db: Database,
  workflowId: string,
): Promise<RecordedAudio | undefined> {
  const { rows } = await sql<{ sha256: string | null; confirmed: boolean | null }>`
    select t.output_result_summary_json->>'sha256' as sha256,
      (select a.entry::jsonb->>'output_result_summary_sha256' from audit_log a
        where a.workflow_id = t.workflow_id and a.entry::jsonb->>'task_id' = t.task_id::text
        order by a.seq desc limit 1) = sha256_hex(t.output_result_summary_json::text) as confirmed
    from task_instances t
    where t.workflow_id = ${workflowId} and t.activity_id = 'assembly' and t.status = 'completed'`.execute(
    db,
  );
  const [row] = rows;
  return row && { sha256: row.sha256, isConfirmed: row.confirmed === true };
}
