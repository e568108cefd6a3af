-- Records what the run is doing now, for people: its detailed status and one line of the orchestration log. A paused
-- run stays shown as paused until it is resumed, whatever steps that were under way report; a pause is recorded once,
-- also when an engine that was emptied begins the run again. False: the run has ended.
create or replace function record_stage(p_workflow uuid, p_run int, p_status text, p_stage text, p_message text,
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
    where podcast_id = p_workflow and not (p_status = 'paused' and cpoa_status = 'paused');
  return true;
end $$;
