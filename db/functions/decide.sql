-- Records what a person decided about a run at one of its gates, before the engine is told: the engine may be away, or
-- be replaced by one that knows nothing. The latest decision at a gate stands. False: the run has ended, another one has
-- begun, or this one is being cancelled.
create or replace function decide(p_workflow uuid, p_run int, p_gate text, p_decision text)
returns boolean language plpgsql as $$
declare
  run workflow_instances;
begin
  perform lock_record(p_workflow);
  select * into run from workflow_instances w where w.workflow_id = p_workflow;
  if not found or run.run_number <> p_run or is_terminal(run.overall_status) or run.deleted_at is not null
     or (run.decisions ? 'cancel' and p_gate <> 'cancel') then
    return false;
  end if;
  if run.decisions->>p_gate is distinct from p_decision then
    update workflow_instances set decisions = decisions || jsonb_build_object(p_gate, p_decision),
        last_updated_timestamp = now()
      where workflow_id = p_workflow;
  end if;
  return true;
end $$;
