-- Trigger: a completed step stays so; a failed one may be tried again by a later attempt.
create or replace function guard_task_state() returns trigger language plpgsql as $$
begin
  if old.status in ('completed', 'skipped') and new.status is distinct from old.status then
    raise exception 'step % of workflow % is %', old.activity_id, old.workflow_id, old.status
      using errcode = 'AC001';
  end if;
  if old.status = 'failed' and new.status is distinct from old.status
     and (new.run_number, new.attempt) <= (old.run_number, old.attempt) then
    raise exception 'step % of workflow % failed: only a later attempt may try it again',
      old.activity_id, old.workflow_id using errcode = 'AC001';
  end if;
  return new;
end $$;
