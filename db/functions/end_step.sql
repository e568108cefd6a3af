-- Ends a step with its result or its error, and writes the rows the step produced. False: fenced off, nothing
-- was written, because another attempt has taken the step over.
-- Here and in close_run, states are compared in forms that no index serves (`is not distinct from`, `<> all`). Few rows
-- are in a passing state, so the planner likes an index on it; but until the next vacuum that index holds an entry for
-- every row that was ever in the state, and each step would end slower than the one before.
create or replace function end_step(p_workflow uuid, p_run int, p_attempt int, p_activity text, p_owner uuid,
  p_task text, p_key text, p_result jsonb, p_summary jsonb, p_error jsonb, p_settled jsonb, p_rows jsonb)
returns boolean language plpgsql as $$
declare
  me text := p_workflow::text || '/' || p_activity;
  ended text := case when p_error is null then 'completed' else 'failed' end;
begin
  perform lock_record(p_workflow);
  update idempotency_keys set status = ended, locked_at = null, result_payload = p_result, error_payload = p_error
    where owner_id = p_owner and task_name = p_task and idempotency_key = p_key
      and (status, lock_owner, lock_run, lock_attempt) is not distinct from ('processing', me, p_run, p_attempt);
  if not found then return false; end if;
  update task_instances set status = ended, output_result_summary_json = p_summary, error_details_json = p_error,
      end_timestamp = now(), last_updated_timestamp = now()
    where workflow_id = p_workflow and activity_id = p_activity;
  if p_settled is not null then
    -- The call of this attempt, or, when the work of an earlier one was found stored, that attempt's open call.
    insert into provider_calls (token, run_number, attempt, phase, workflow_id, provider, model, unit, units,
        unit_price_usd, price_version, outcome)
      select me, i.run_number, i.attempt, 'settled', p_workflow, i.provider, i.model, i.unit,
        coalesce((p_settled->>'units')::float8, i.units), i.unit_price_usd, i.price_version, p_settled->>'outcome'
      from provider_calls i
      where i.token = me and i.phase = 'intent' and not exists (
        select from provider_calls s where s.token = me and s.phase = 'settled' and s.run_number = i.run_number
          and s.attempt = i.attempt)
      order by i.run_number desc, i.attempt desc limit 1;
  end if;
  perform write_step_rows(p_workflow, p_rows);
  return true;
end $$;
