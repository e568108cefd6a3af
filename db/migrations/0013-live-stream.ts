import { sql, type Kysely } from 'kysely';

/**
 * The live stream: every episode has its stream from the beginning, tickets to join it, events relayed to pages, and
 * a notice to whoever follows an episode that something about it has changed. The notice only wakes: its loss costs a
 * follower one interval of its poll. `write_step_rows` as in 0007, but the episode's row has a function of its own.
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

    create function notify_episode_grown() returns trigger language plpgsql as $$
    begin
      perform pg_notify('episode_changed', new.workflow_id::text);
      return null;
    end $$;
    create trigger episode_grown after insert on episode_segments
      for each row execute function notify_episode_grown();

    create function notify_episode_changed() returns trigger language plpgsql as $$
    begin
      perform pg_notify('episode_changed', coalesce(new.podcast_id, old.podcast_id)::text);
      return null;
    end $$;
    create trigger episode_changed after insert or update or delete on podcasts
      for each row execute function notify_episode_changed();

    create function notify_ui_event() returns trigger language plpgsql as $$
    begin
      perform pg_notify('ui_event', new.event_id::text);
      return null;
    end $$;
    create trigger ui_event_added after insert on ui_events
      for each row execute function notify_ui_event();

    -- What a step learnt of its episode; a column that it does not name stays as it is.
    create function write_podcast_row(p_workflow uuid, p_row jsonb) returns void language plpgsql as $$
    begin
      update podcasts p set
          title = coalesce(r.title, p.title), language = coalesce(r.language, p.language),
          script_uri = coalesce(r.script_uri, p.script_uri), segments_total = coalesce(r.segments_total, p.segments_total),
          transcript_uri = coalesce(r.transcript_uri, p.transcript_uri),
          manifest_uri = coalesce(r.manifest_uri, p.manifest_uri),
          final_audio_filepath = coalesce(r.final_audio_filepath, p.final_audio_filepath),
          duration_ms = coalesce(r.duration_ms, p.duration_ms), audio_bytes = coalesce(r.audio_bytes, p.audio_bytes),
          audio_sha256 = coalesce(r.audio_sha256, p.audio_sha256),
          stream_bytes = coalesce(r.stream_bytes, p.stream_bytes),
          stream_sha256 = coalesce(r.stream_sha256, p.stream_sha256),
          cover_uri = coalesce(r.cover_uri, p.cover_uri),
          cover_thumbnail_uri = coalesce(r.cover_thumbnail_uri, p.cover_thumbnail_uri),
          asf_notification_status = coalesce(r.asf_notification_status, p.asf_notification_status),
          tts_settings_used = coalesce(r.tts_settings_used, p.tts_settings_used),
          warnings = coalesce(r.warnings, p.warnings), last_updated_timestamp = now()
        from jsonb_populate_record(null::podcasts, p_row) r where p.podcast_id = p_workflow;
    end $$;

    create or replace function write_step_rows(p_workflow uuid, p_rows jsonb) returns void language plpgsql as $$
    begin
      if p_rows ? 'podcast' then
        perform write_podcast_row(p_workflow, p_rows->'podcast');
      end if;
      if p_rows ? 'generated_script' then
        insert into generated_scripts (script_id, topic_hash, structured_script_json, llm_model_used)
          select r.script_id, r.topic_hash, r.structured_script_json, r.llm_model_used
          from jsonb_populate_record(null::generated_scripts, p_rows->'generated_script') r
          on conflict (topic_hash) do update set script_id = excluded.script_id,
            structured_script_json = excluded.structured_script_json, llm_model_used = excluded.llm_model_used,
            generation_timestamp = now(), last_accessed_timestamp = now();
      end if;
      if p_rows ? 'speech_segment' then
        insert into speech_segments (speech_key, media_uri, sha256, bytes, frames, duration_ms, loudness_lufs,
            true_peak_dbtp, provider, model, voice)
          select r.speech_key, r.media_uri, r.sha256, r.bytes, r.frames, r.duration_ms, r.loudness_lufs,
            r.true_peak_dbtp, r.provider, r.model, r.voice
          from jsonb_populate_record(null::speech_segments, p_rows->'speech_segment') r
          on conflict (speech_key) do nothing;
      end if;
      if p_rows ? 'episode_segment' then
        insert into episode_segments (workflow_id, seq, line_id, speaker, speech_key, media_uri, sha256, bytes, frames,
            duration_ms)
          select p_workflow, r.seq, r.line_id, r.speaker, r.speech_key, r.media_uri, r.sha256, r.bytes, r.frames,
            r.duration_ms
          from jsonb_populate_record(null::episode_segments, p_rows->'episode_segment') r
          on conflict (workflow_id, seq) do nothing;
      end if;
      if p_rows ? 'snippet' then
        insert into topics_snippets (id, type, topic_id, title, summary, keywords, original_topic_details,
            llm_model_used_for_snippet, cover_art_prompt, image_url)
          select r.id, 'snippet', r.topic_id, r.title, r.summary, r.keywords, r.original_topic_details,
            r.llm_model_used_for_snippet, r.cover_art_prompt, r.image_url
          from jsonb_populate_record(null::topics_snippets, p_rows->'snippet') r
          on conflict (id) do update set title = excluded.title, summary = excluded.summary,
            keywords = excluded.keywords, original_topic_details = excluded.original_topic_details,
            llm_model_used_for_snippet = excluded.llm_model_used_for_snippet,
            cover_art_prompt = excluded.cover_art_prompt,
            image_url = coalesce(excluded.image_url, topics_snippets.image_url), generation_timestamp = now();
      end if;
    end $$;
  `.execute(db);
}
