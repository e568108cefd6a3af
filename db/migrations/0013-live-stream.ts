import { sql, type Kysely } from 'kysely';
import { triggerFunction } from './trigger-function.js';

/**
 * The live stream: every episode has its stream from the beginning, tickets to join it, events relayed to pages, and
 * a notice to whoever follows an episode that something about it has changed. The notice only wakes: its loss costs a
 * follower one interval of its poll.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- 64 hex digits from two random uuids (244 random bits).
    alter table podcasts
      alter column stream_id set default
        'strm_' || encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'),
      -- The audio alone, as streams send it: the finished file without its ID3 tag.
      add column stream_bytes bigint,
      add column stream_sha256 text;
    update podcasts set stream_id = default where stream_id is null;
    alter table podcasts alter column stream_id set not null;
    create unique index idx_podcasts_stream on podcasts (stream_id);
    create index idx_workflow_instances_client
      on workflow_instances ((trigger_event_details_json->>'client_id'), start_timestamp desc)
      where trigger_event_type = 'podcast_generation' and trigger_event_details_json ? 'client_id';

    create table stream_tickets (
      ticket_hash bytea primary key,
      channel text not null check (channel in ('audio', 'ui')),
      owner_id uuid not null,
      podcast_id uuid references podcasts on delete cascade,
      client_id text,
      -- Of the page that asked; null for programs, which send none.
      origin text,
      expires_at timestamptz not null
    );
    create index idx_stream_tickets_expiry on stream_tickets (expires_at);

    create table ui_events (
      event_id bigint generated always as identity primary key,
      client_id text not null,
      event_name text not null,
      data jsonb not null,
      created_at timestamptz not null default now()
    );
    create index idx_ui_events_client on ui_events (client_id, event_id desc);
    create index idx_ui_events_created on ui_events (created_at);

    ${triggerFunction('notify_episode_grown')}
    create trigger episode_grown after insert on episode_segments
      for each row execute function notify_episode_grown();

    ${triggerFunction('notify_episode_changed')}
    create trigger episode_changed after insert or update or delete on podcasts
      for each row execute function notify_episode_changed();

    ${triggerFunction('notify_ui_event')}
    create trigger ui_event_added after insert on ui_events
      for each row execute function notify_ui_event();
  `.execute(db);
}
