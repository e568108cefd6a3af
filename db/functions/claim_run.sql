-- Claims an idempotency key and records the run as pending, or reports what the key already stands for. With a topic
-- the run makes an episode, whose row is inserted too; the request says whether it is public from the start.
create or replace function claim_run(p_owner uuid, p_task text, p_key text, p_fingerprint bytea, p_workflow uuid,
  p_trigger text, p_details jsonb, p_topic text, p_language text)
returns table (outcome text, run_number int, overall_status text, deleted boolean)
language plpgsql as $$
declare
  existing idempotency_keys;
  is_public boolean := coalesce((p_details->>'public')::boolean, false);
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
    insert into podcasts (podcast_id, topic, language, cpoa_status, public, first_public_at)
      values (p_workflow, p_topic, p_language, 'pending', is_public, case when is_public then now() end);
  end if;
  -- Fails when the upload has been deleted since the request was checked.
  insert into upload_uses (workflow_id, upload_id)
    select distinct p_workflow, (source->>'upload_id')::uuid
    from jsonb_array_elements(case jsonb_typeof(p_details->'sources') when 'array' then p_details->'sources' end) source
    where source->>'kind' = 'upload';
  return query select 'claimed', 1, 'pending', false;
end $$;
