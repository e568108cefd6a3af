-- Begins a step: takes its key's lock, or says why not.
--   claimed | completed (with the stored result) | conflict (another owner's live lock) | fenced (this or a later
--   attempt holds the lock) | over (the run has ended, or another one has begun)
create or replace function begin_step(p_workflow uuid, p_run int, p_attempt int, p_activity text, p_external text,
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
