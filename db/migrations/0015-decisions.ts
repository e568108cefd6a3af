import { sql, type Kysely } from 'kysely';

/** What people decided about a run, by gate. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table workflow_instances add column decisions jsonb not null default '{}';
    comment on column workflow_instances.decisions is
      'The latest decision at each gate: {"pause": "paused" | "resumed", "cancel": "cancelled"}. The engine is told, and told again where it has lost it.';
    -- Until now only the engine knew for sure; where the record shows a run as paused, it was.
    update workflow_instances w set decisions = '{"pause": "paused"}'
      from podcasts p
      where p.podcast_id = w.workflow_id and p.cpoa_status = 'paused'
        and w.overall_status in ('pending', 'in_progress');
  `.execute(db);
}
