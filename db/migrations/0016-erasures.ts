import { sql, type Kysely } from 'kysely';

/** Which episodes are made of which uploads, and what is still to be taken away after a deletion. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table upload_uses (
      workflow_id uuid not null references workflow_instances on delete cascade,
      -- No upload goes while an episode is on record that is made of it.
      upload_id uuid not null references uploads,
      primary key (workflow_id, upload_id)
    );
    create index idx_upload_uses_upload on upload_uses (upload_id);
    insert into upload_uses (workflow_id, upload_id)
      select distinct w.workflow_id, u.upload_id
      from workflow_instances w
        cross join lateral jsonb_array_elements(case jsonb_typeof(w.trigger_event_details_json->'sources')
          when 'array' then w.trigger_event_details_json->'sources' end) source
        join uploads u on u.upload_id::text = source->>'upload_id'
      where w.trigger_event_type = 'podcast_generation';

    alter table uploads add column last_sent_at timestamptz not null default now();
    create index idx_uploads_last_sent on uploads (last_sent_at);

    create table erasures (
      erasure_id bigint generated always as identity primary key,
      -- Of a deleted episode.
      workflow_id uuid,
      -- What the engine calls its runs.
      engine_id text,
      media_uris text[] not null,
      asked_at timestamptz not null default now(),
      -- Everything was taken away; what was still being written then is taken away later.
      carried_out_at timestamptz
    );
  `.execute(db);
}
