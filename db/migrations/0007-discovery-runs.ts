import { sql, type Kysely } from 'kysely';

/** Runs that make no episode (landing page, search, explore, single steps), snippets, and covers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table podcasts add column cover_uri text, add column cover_thumbnail_uri text;
    alter table topics_snippets add column topic_id uuid;

    create table landing_pages (
      categories text primary key,
      workflow_id uuid not null,
      snippets jsonb not null,
      generated_at timestamptz not null default now()
    );
    comment on table landing_pages is
      'The last good set of snippets by the categories asked for (sorted, joined by commas; empty: all).';
  `.execute(db);
}
