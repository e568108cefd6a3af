// What discovery runs left on record.
import { sql } from 'kysely';
import type { Database } from './connect.js';
import type { OverallStatus } from './schema/workflow-instances.js';

/** Results of completed steps of one task, by the steps' keys. */
export async function readStepResults(
  db: Database,
  ownerId: string,
  taskName: string,
  keys: readonly string[],
): Promise<Map<string, unknown>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('idempotency_keys')
    .select(['idempotency_key', 'result_payload'])
    .where('owner_id', '=', ownerId)
    .where('task_name', '=', taskName)
    .where('status', '=', 'completed')
    .where('idempotency_key', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.idempotency_key, row.result_payload]));
}

/** Sets the pictures of snippets, which are stored before they have one. */
export async function savePictures(
  db: Database,
  pictures: readonly { snippetId: string; imageUrl: string }[],
): Promise<void> {
  if (pictures.length === 0) return;
  const sorted = [...pictures].sort((a, b) => (a.snippetId < b.snippetId ? -1 : 1));
  await sql`with given as (
      select * from unnest(${sorted.map(({ snippetId }) => snippetId)}::uuid[],
        ${sorted.map(({ imageUrl }) => imageUrl)}::text[]) as g(id, image_url)),
    held as (select t.id from topics_snippets t join given using (id) order by t.id for update)
    update topics_snippets t set image_url = given.image_url from given join held using (id)
    where t.id = given.id`.execute(db);
}

/** How a run stands on record; `result` is there when it has completed. */
export type RecordedRun = {
  overallStatus: OverallStatus;
  errorCode: string | undefined;
  errorMessage: string | undefined;
  result: unknown;
};

export async function findRecordedRun(db: Database, workflowId: string): Promise<RecordedRun | undefined> {
  const row = await db
    .selectFrom('workflow_instances as w')
    .innerJoin('idempotency_keys as k', 'k.workflow_id', 'w.workflow_id')
    .select(['w.overall_status', 'w.error_code', 'w.error_message', 'k.result_payload'])
    .where('w.workflow_id', '=', workflowId)
    .where('k.fingerprint', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    overallStatus: row.overall_status,
    errorCode: row.error_code ?? undefined,
    errorMessage: row.error_message ?? undefined,
    result: row.result_payload ?? undefined,
  };
}
