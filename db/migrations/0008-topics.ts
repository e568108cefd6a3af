import { sql, type Kysely } from 'kysely';

/**
 * Topics as they are searched, and what the feeds said last.
 *
 * The text search configuration is `english`: it stems English and leaves the words of other languages as they are,
 * so that both are found, and queries go through the same configuration.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table topics_snippets
      add column category text,
      add column published_at timestamptz,
      add column source_feed_name text,
      add column potential_sources jsonb,
      add column search_vector tsvector generated always as (
        setweight(to_tsvector('english', title), 'A') ||
        setweight(to_tsvector('english', coalesce(category, '')), 'B') ||
        setweight(jsonb_to_tsvector('english', coalesce(keywords, '[]'), '["string"]'), 'B') ||
        setweight(to_tsvector('english', coalesce(summary, '')), 'C')
      ) stored;
    -- Topics are written a few at a time and looked up by people who wait: no pending list to walk through.
    create index idx_topics_search on topics_snippets using gin (search_vector) with (fastupdate = off)
      where type = 'topic';
    create index idx_topics_newest on topics_snippets (coalesce(published_at, generation_timestamp) desc, id)
      where type = 'topic';

    create table feed_states (
      url text primary key,
      etag text,
      last_modified text,
      -- The articles of the last good answer, shown also while the feed is down.
      articles jsonb not null default '[]',
      fault jsonb,
      checked_at timestamptz not null
    );
  `.execute(db);
}
