import { sql, type Kysely } from 'kysely';

/**
 * Runs that make no episode (landing page, search, explore, single steps), snippets, and covers.
 *
 * `claim_run` and `end_step` as in 0006, but an episode's row belongs to podcast runs alone, and the rows that a step
 * brings along are written by a function of their own.
 */
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

    create or replace function claim_run(p_owner uuid, p_task text, p_key text, p_fingerprint bytea, p_workflow uuid,
      p_trigger text, p_details jsonb, p_topic text, p_language text)
    returns table (outcome text, run_number int, overall_status text, deleted boolean)
    language plpgsql as $$
    declare existing idempotency_keys;
    begin
      perform lock_record(p_workflow);
      select * into existing from idempotency_keys k
        where k.owner_id = p_owner and k.task_name = p_task and k.idempotency_key = p_key;
      if found then
        return query select case when existing.fingerprint = p_fingerprint then 'exists' else 'mismatch' end,
          w.run_number, w.overall_status::text, w.deleted_at is not null
          from workflow_instances w where w.workflow_id = p_workflow;
        return;
      end if;
      insert into workflow_instances (workflow_id, user_id, trigger_event_type, trigger_event_details_json,
          overall_status, idempotency_key)
        values (p_workflow, p_owner, p_trigger, p_details, 'pending', p_key);
      insert into idempotency_keys (owner_id, task_name, idempotency_key, workflow_id, status, locked_at, fingerprint)
        values (p_owner, p_task, p_key, p_workflow, 'processing', now(), p_fingerprint);
      if p_topic is not null then
        insert into podcasts (podcast_id, topic, language, cpoa_status)
          values (p_workflow, p_topic, p_language, 'pending');
      end if;
      return query select 'claimed', 1, 'pending', false;
    end $$;

    -- What a step made, by table.
    create function write_step_rows(p_workflow uuid, p_rows jsonb) returns void language plpgsql as $$
    begin
      if p_rows ? 'podcast' then
        update podcasts p set
            title = coalesce(r.title, p.title), language = coalesce(r.language, p.language),
            script_uri = coalesce(r.script_uri, p.script_uri), segments_total = coalesce(r.segments_total, p.segments_total),
            transcript_uri = coalesce(r.transcript_uri, p.transcript_uri),
            manifest_uri = coalesce(r.manifest_uri, p.manifest_uri),
            final_audio_filepath = coalesce(r.final_audio_filepath, p.final_audio_filepath),
            duration_ms = coalesce(r.duration_ms, p.duration_ms), audio_bytes = coalesce(r.audio_bytes, p.audio_bytes),
            audio_sha256 = coalesce(r.audio_sha256, p.audio_sha256),
            cover_uri = coalesce(r.cover_uri, p.cover_uri),
            cover_thumbnail_uri = coalesce(r.cover_thumbnail_uri, p.cover_thumbnail_uri),
            tts_settings_used = coalesce(r.tts_settings_used, p.tts_settings_used),
            warnings = coalesce(r.warnings, p.warnings), last_updated_timestamp = now()
          from jsonb_populate_record(null::podcasts, p_rows->'podcast') r where p.podcast_id = p_workflow;
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

    create or replace function end_step(p_workflow uuid, p_run int, p_attempt int, p_activity text, p_owner uuid,
      p_task text, p_key text, p_result jsonb, p_summary jsonb, p_error jsonb, p_settled jsonb, p_rows jsonb)
    returns boolean language plpgsql as $$
    declare
      me text := p_workflow::text || '/' || p_activity;
      ended text := case when p_error is null then 'completed' else 'failed' end;
    begin
      perform lock_record(p_workflow);
      update idempotency_keys set status = ended, locked_at = null, result_payload = p_result, error_payload = p_error
        where owner_id = p_owner and task_name = p_task and idempotency_key = p_key
          and (status, lock_owner, lock_run, lock_attempt) is not distinct from ('processing', me, p_run, p_attempt);
      if not found then return false; end if;
      update task_instances set status = ended, output_result_summary_json = p_summary, error_details_json = p_error,
          end_timestamp = now(), last_updated_timestamp = now()
        where workflow_id = p_workflow and activity_id = p_activity;
      if p_settled is not null then
        -- The call of this attempt, or, when the work of an earlier one was found stored, that attempt's open call.
        insert into provider_calls (token, run_number, attempt, phase, workflow_id, provider, model, unit, units,
            unit_price_usd, price_version, outcome)
          select me, i.run_number, i.attempt, 'settled', p_workflow, i.provider, i.model, i.unit,
            coalesce((p_settled->>'units')::float8, i.units), i.unit_price_usd, i.price_version, p_settled->>'outcome'
          from provider_calls i
          where i.token = me and i.phase = 'intent' and not exists (
            select from provider_calls s where s.token = me and s.phase = 'settled' and s.run_number = i.run_number
              and s.attempt = i.attempt)
          order by i.run_number desc, i.attempt desc limit 1;
      end if;
      perform write_step_rows(p_workflow, p_rows);
      return true;
    end $$;
  `.execute(db);
}
