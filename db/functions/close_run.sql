-- Records how a run ended and closes the steps that it left open; in a completed run they count as late. False:
-- already terminal, or of another run.
create or replace function close_run(p_workflow uuid, p_run int, p_overall text, p_status text, p_stage text,
  p_message text, p_error_code text, p_result jsonb)
returns boolean language plpgsql as $$
declare
  run_error jsonb := jsonb_build_object('error_type', coalesce(p_error_code, upper(p_overall)),
    'message', coalesce(p_message, p_overall));
  open_error jsonb := case when p_overall like 'completed%'
    then '{"error_type": "DISCOVERY_LATE", "message": "The run was over before this step."}'
    else run_error end;
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
      context_data_json = coalesce(context_data_json, '{}')
        || jsonb_strip_nulls(jsonb_build_object('stage', p_stage)),
      error_code = p_error_code, error_message = case when p_overall like 'completed%' then null else p_message end
    where workflow_id = p_workflow and run_number = p_run and not is_terminal(overall_status);
  if not found then return false; end if;
  update idempotency_keys set locked_at = null,
      status = case when p_overall like 'completed%' then 'completed' else 'failed' end,
      result_payload = p_result,
      error_payload = case when p_overall like 'completed%' then null else run_error end
    where workflow_id = p_workflow and fingerprint is not null;
  update podcasts set cpoa_status = p_status, last_updated_timestamp = now(),
      cpoa_error_message = case when p_overall like 'completed%' then null else p_message end,
      cpoa_full_orchestration_log = cpoa_full_orchestration_log || jsonb_strip_nulls(jsonb_build_object(
        'timestamp', now(), 'stage', p_stage, 'message', p_message, 'status', p_status, 'run', p_run,
        'error_code', p_error_code))
    where podcast_id = p_workflow;
  return true;
end $$;
