-- Trigger: a completed key stays so.
create or replace function guard_key_state() returns trigger language plpgsql as $$
begin
  if old.status = 'completed' and new.status <> 'completed' then
    raise exception 'idempotency key of % is completed', old.task_name using errcode = 'AC001';
  end if;
  return new;
end $$;
