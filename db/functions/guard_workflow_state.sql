-- Trigger: a run that has ended stays so; a failed or cancelled one may begin its next attempt.
create or replace function guard_workflow_state() returns trigger language plpgsql as $$
begin
  if is_terminal(old.overall_status) and new.overall_status is distinct from old.overall_status
     and not (old.overall_status in ('failed', 'cancelled') and new.overall_status = 'pending'
              and new.run_number = old.run_number + 1) then
    raise exception 'workflow % is %: only a new attempt may leave that state', old.workflow_id, old.overall_status
      using errcode = 'AC001';
  end if;
  return new;
end $$;
