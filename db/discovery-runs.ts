// What discovery runs (landing page, search, exploration) left on record.
import { sql } from 'kysely';
import type { DiscoveryResult } from '../workflows/contract/discovery.js';
import type { SnippetDataObject, TopicQuery } from '../workflows/contract/topics.js';
import type { Database } from './connect.js';
import type { OverallStatus } from './schema/workflow-instances.js';

/** `trigger_event_type` of these runs. */
export const discoveryTriggers = [
  'landing_page_snippets',
  'search_results_generation',
  'topic_exploration',
] as const;

/** The snippets that completed steps of the task have made, by the steps' keys. */
export async function findCraftedSnippets(
  db: Database,
  ownerId: string,
  taskName: string,
  keys: readonly string[],
): Promise<SnippetDataObject[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('idempotency_keys')
    .select('result_payload as snippet')
    .where('owner_id', '=', ownerId)
    .where('task_name', '=', taskName)
    .where('status', '=', 'completed')
    .where('idempotency_key', 'in', keys)
    .$narrowType<{ snippet: SnippetDataObject }>()
    .execute();
  return rows.map(({ snippet }) => snippet);
}

/** What a run is about to ask topic discovery. */
export async function keepPlannedQueries(
  db: Database,
  workflowId: string,
  queries: readonly TopicQuery[],
): Promise<void> {
  await sql`with held as materialized (select from audit_heads where workflow_id = ${workflowId} for update)
    update workflow_instances set context_data_json = coalesce(context_data_json, '{}')
      || jsonb_build_object('queries', ${JSON.stringify(queries)}::jsonb)
    from held where workflow_id = ${workflowId}`.execute(db);
}

/** Undefined when the run has planned no such query. */
export async function findPlannedQuery(
  db: Database,
  workflowId: string,
  at: number,
): Promise<TopicQuery | undefined> {
  const { rows } = await sql<{ query: TopicQuery | null }>`
    select context_data_json->'queries'->(${at}::int) as query from workflow_instances
    where workflow_id = ${workflowId}`.execute(db);
  return rows[0]?.query ?? undefined;
}

/** Sets the pictures of snippets that are stored already. */
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

/** How a discovery run stands on record; `result` is there when it has completed. */
export type RecordedDiscovery = {
  overallStatus: OverallStatus;
  errorCode: string | undefined;
  errorMessage: string | undefined;
  result: DiscoveryResult | undefined;
};

export async function findRecordedDiscovery(
  db: Database,
  workflowId: string,
): Promise<RecordedDiscovery | undefined> {
  const row = await db
    .selectFrom('workflow_instances as w')
    .innerJoin('idempotency_keys as k', 'k.workflow_id', 'w.workflow_id')
    .select(['w.overall_status', 'w.error_code', 'w.error_message', 'k.result_payload'])
    .where('w.workflow_id', '=', workflowId)
    .where('w.trigger_event_type', 'in', discoveryTriggers)
    .where('k.fingerprint', 'is not', null)
    .$narrowType<{ result_payload: DiscoveryResult | null }>()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    overallStatus: row.overall_status,
    errorCode: row.error_code ?? undefined,
    errorMessage: row.error_message ?? undefined,
    result: row.result_payload ?? undefined,
  };
}
