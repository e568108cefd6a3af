import { sql, type Kysely } from 'kysely';

/**
 * The writes of a run as functions: one round trip and one transaction each. Every one locks the workflow's
 * `audit_heads` row before it touches any other row of that workflow; any other order deadlocks when segments are
 * voiced in parallel.
 *
 * States are compared in forms that no index serves (`is not distinct from`, `<> all`). The few rows in a passing state
 * make an index on it look best to the planner, but it holds an entry for every row that was ever in that state until
 * the next vacuum: the end of a step got slower with every step before it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function lock_record(p_workflow uuid) returns void language plpgsql as $$
    begin
      perform 1 from audit_heads where workflow_id = p_workflow for update;
      if not found then
        insert into audit_heads (workflow_id) values (p_workflow) on conflict do nothing;
        perform 1 from audit_heads where workflow_id = p_workflow for update;
      end if;
    end $$;

    -- Claims an idempotency key and records the run as pending, or reports what the key already stands for.
    create function claim_run(p_owner uuid, p_task text, p_key text, p_fingerprint bytea, p_workflow uuid,
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
      insert into podcasts (podcast_id, topic, language, cpoa_status) values (p_workflow, p_topic, p_language, 'pending');
      return query select 'claimed', 1, 'pending', false;
    end $$;

    -- A new attempt of a failed or cancelled run; no row when the run is in none of the given states (any more).
    create function start_new_attempt(p_workflow uuid, p_from text[]) returns table (run_number int)
    language plpgsql as $$
    declare new_run int;
    begin
      perform lock_record(p_workflow);
      update workflow_instances w set overall_status = 'pending', run_number = w.run_number + 1, end_timestamp = null,
          error_code = null, error_message = null, last_updated_timestamp = now()
        where w.workflow_id = p_workflow and w.overall_status = any(p_from) and w.deleted_at is null
        returning w.run_number into new_run;
      if not found then return; end if;
      update idempotency_keys k set status = 'processing', locked_at = now(), error_payload = null
        where k.workflow_id = p_workflow and k.fingerprint is not null;
      update podcasts set cpoa_status = 'pending', cpoa_error_message = null, last_updated_timestamp = now()
        where podcast_id = p_workflow;
      return query select new_run;
    end $$;

    -- What the run is doing now, for people: detailed status and one line of the orchestration log. A step that was on
    -- its way when the run was paused must not say that the run goes on: only resuming does.
    create function record_stage(p_workflow uuid, p_run int, p_status text, p_stage text, p_message text,
      p_resumes boolean)
    returns boolean language plpgsql as $$
    begin
      perform lock_record(p_workflow);
      update workflow_instances set overall_status = 'in_progress', last_updated_timestamp = now(),
          context_data_json = coalesce(context_data_json, '{}') || jsonb_build_object('stage', p_stage)
        where workflow_id = p_workflow and run_number = p_run and not is_terminal(overall_status)
          and deleted_at is null;
      if not found then return false; end if;
      update podcasts set last_updated_timestamp = now(),
          cpoa_status = case when cpoa_status = 'paused' and not p_resumes then cpoa_status else p_status end,
          pause_count = pause_count + (p_status = 'paused')::int,
          cpoa_full_orchestration_log = cpoa_full_orchestration_log || jsonb_strip_nulls(jsonb_build_object(
            'timestamp', now(), 'stage', p_stage, 'message', p_message, 'status', p_status, 'run', p_run))
        where podcast_id = p_workflow;
      return true;
    end $$;

    -- Begins a step: takes its key's lock, or says why not.
    --   claimed | completed (with the stored result) | conflict (another owner's live lock) | fenced (this or a later
    --   attempt holds the lock) | over (the run has ended, or another one has begun)
    create function begin_step(p_workflow uuid, p_run int, p_attempt int, p_activity text, p_external text,
      p_agent text, p_order int, p_owner uuid, p_task text, p_key text, p_lock_timeout_s int, p_input jsonb,
      p_stage jsonb, p_intent jsonb)
    returns table (outcome text, result jsonb) language plpgsql as $$
    declare
      run workflow_instances;
      held idempotency_keys;
      me text := p_workflow::text || '/' || p_activity;
    begin
      perform lock_record(p_workflow);
      select * into run from workflow_instances w where w.workflow_id = p_workflow;
      if not found or run.run_number <> p_run or is_terminal(run.overall_status) or run.deleted_at is not null then
        return query select 'over', null::jsonb;
        return;
      end if;
      select * into held from idempotency_keys k
        where k.owner_id = p_owner and k.task_name = p_task and k.idempotency_key = p_key for update;
      if held.status = 'completed' then
        return query select 'completed', held.result_payload;
        return;
      end if;
      if held.status = 'processing' and held.lock_owner = me
         and (held.lock_run, held.lock_attempt) >= (p_run, p_attempt) then
        return query select 'fenced', null::jsonb;
        return;
      end if;
      if held.status = 'processing' and held.lock_owner is distinct from me
         and held.locked_at > now() - make_interval(secs => p_lock_timeout_s) then
        return query select 'conflict', null::jsonb;
        return;
      end if;
      insert into idempotency_keys as k (owner_id, task_name, idempotency_key, workflow_id, status, locked_at,
          lock_owner, lock_run, lock_attempt)
        values (p_owner, p_task, p_key, p_workflow, 'processing', now(), me, p_run, p_attempt)
        on conflict (owner_id, task_name, idempotency_key) do update
        set status = 'processing', locked_at = now(), lock_owner = me, lock_run = p_run, lock_attempt = p_attempt,
          error_payload = null;
      insert into task_instances as t (workflow_id, external_celery_task_id, agent_name, task_order, status,
          input_params_json, start_timestamp, activity_id, run_number, attempt)
        values (p_workflow, p_external, p_agent, p_order, 'in_progress', p_input, now(), p_activity, p_run, p_attempt)
        on conflict (workflow_id, activity_id) do update
        set status = 'in_progress', external_celery_task_id = p_external, retry_count = t.retry_count + 1,
          run_number = p_run, attempt = p_attempt, end_timestamp = null, error_details_json = null,
          input_params_json = p_input, last_updated_timestamp = now();
      if p_stage is not null then
        perform record_stage(p_workflow, p_run, p_stage->>'status', p_stage->>'stage', p_stage->>'message', false);
      end if;
      if p_intent is not null then
        insert into provider_calls (token, run_number, attempt, phase, workflow_id, provider, model, unit, units,
            unit_price_usd, price_version)
          select me, p_run, p_attempt, 'intent', p_workflow, i.provider, i.model, i.unit, i.units, i.unit_price_usd,
            i.price_version
          from jsonb_to_record(p_intent) as i(provider text, model text, unit text, units float8,
            unit_price_usd float8, price_version text);
      end if;
      return query select 'claimed', null::jsonb;
    end $$;

    -- Ends a step with its result or its error, and writes the rows the step produced. False: fenced off, nothing
    -- was written, because another attempt has taken the step over.
    create function end_step(p_workflow uuid, p_run int, p_attempt int, p_activity text, p_owner uuid, p_task text,
      p_key text, p_result jsonb, p_summary jsonb, p_error jsonb, p_settled jsonb, p_rows jsonb)
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
      if p_rows ? 'podcast' then
        update podcasts p set
            title = coalesce(r.title, p.title), language = coalesce(r.language, p.language),
            script_uri = coalesce(r.script_uri, p.script_uri), segments_total = coalesce(r.segments_total, p.segments_total),
            transcript_uri = coalesce(r.transcript_uri, p.transcript_uri),
            manifest_uri = coalesce(r.manifest_uri, p.manifest_uri),
            final_audio_filepath = coalesce(r.final_audio_filepath, p.final_audio_filepath),
            duration_ms = coalesce(r.duration_ms, p.duration_ms), audio_bytes = coalesce(r.audio_bytes, p.audio_bytes),
            audio_sha256 = coalesce(r.audio_sha256, p.audio_sha256),
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
      return true;
    end $$;

    -- Records how a run ended; steps it left open are closed with it. False: already terminal, or of another run.
    create function close_run(p_workflow uuid, p_run int, p_overall text, p_status text, p_stage text, p_message text,
      p_error_code text, p_result jsonb)
    returns boolean language plpgsql as $$
    declare open_error jsonb := jsonb_build_object('error_type', coalesce(p_error_code, upper(p_overall)),
      'message', coalesce(p_message, p_overall));
    begin
      perform lock_record(p_workflow);
      update task_instances t set status = 'failed', end_timestamp = now(), last_updated_timestamp = now(),
          error_details_json = open_error
        from workflow_instances w
        where w.workflow_id = p_workflow and w.run_number = p_run and not is_terminal(w.overall_status)
          and t.workflow_id = p_workflow and t.status <> all ('{completed,failed,skipped}');
      update idempotency_keys k set status = 'failed', locked_at = null, error_payload = open_error
        from workflow_instances w
        where w.workflow_id = p_workflow and w.run_number = p_run and not is_terminal(w.overall_status)
          and k.workflow_id = p_workflow and k.status is not distinct from 'processing' and k.fingerprint is null;
      update workflow_instances set overall_status = p_overall, end_timestamp = now(), last_updated_timestamp = now(),
          error_code = p_error_code, error_message = case when p_overall like 'completed%' then null else p_message end
        where workflow_id = p_workflow and run_number = p_run and not is_terminal(overall_status);
      if not found then return false; end if;
      update idempotency_keys set locked_at = null,
          status = case when p_overall like 'completed%' then 'completed' else 'failed' end,
          result_payload = p_result,
          error_payload = case when p_overall like 'completed%' then null else open_error end
        where workflow_id = p_workflow and fingerprint is not null;
      update podcasts set cpoa_status = p_status, last_updated_timestamp = now(),
          cpoa_error_message = case when p_overall like 'completed%' then null else p_message end,
          cpoa_full_orchestration_log = cpoa_full_orchestration_log || jsonb_strip_nulls(jsonb_build_object(
            'timestamp', now(), 'stage', p_stage, 'message', p_message, 'status', p_status, 'run', p_run,
            'error_code', p_error_code))
        where podcast_id = p_workflow;
      return true;
    end $$;
  `.execute(db);
}
