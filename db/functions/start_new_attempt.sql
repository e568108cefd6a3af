-- A new attempt of a failed or cancelled run, free of what was decided about the former one; no row when the run is in
-- none of the given states (any more).
create or replace function start_new_attempt(p_workflow uuid, p_from text[]) returns table (run_number int)
language plpgsql as $$
declare new_run int;
begin
  perform lock_record(p_workflow);
  update workflow_instances w set overall_status = 'pending', run_number = w.run_number + 1, end_timestamp = null,
      error_code = null, error_message = null, decisions = '{}', last_updated_timestamp = now()
    where w.workflow_id = p_workflow and w.overall_status = any(p_from) and w.deleted_at is null
    returning w.run_number into new_run;
  if not found then return; end if;
  update idempotency_keys k set status = 'processing', locked_at = now(), error_payload = null
    where k.workflow_id = p_workflow and k.fingerprint is not null;
  update podcasts set cpoa_status = 'pending', cpoa_error_message = null, last_updated_timestamp = now()
    where podcast_id = p_workflow;
  return query select new_run;
end $$;
