-- Locks a workflow's audit head. Every function that writes rows of a workflow calls this before it touches any other
-- row of that workflow: any other order deadlocks when segments are voiced in parallel.
create or replace function lock_record(p_workflow uuid) returns void language plpgsql as $$
begin
  perform 1 from audit_heads where workflow_id = p_workflow for update;
  if not found then
    insert into audit_heads (workflow_id) values (p_workflow) on conflict do nothing;
    perform 1 from audit_heads where workflow_id = p_workflow for update;
  end if;
end $$;
