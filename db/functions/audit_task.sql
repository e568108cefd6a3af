-- Trigger: a step's row was written or deleted.
create or replace function audit_task() returns trigger language plpgsql as $$
declare r task_instances := case when tg_op = 'DELETE' then old else new end;
begin
  perform append_audit(r.workflow_id, jsonb_strip_nulls(jsonb_build_object(
    'table', 'task_instances', 'op', lower(tg_op), 'task_id', r.task_id, 'agent_name', r.agent_name,
    'activity_id', r.activity_id, 'task_order', r.task_order, 'status', r.status, 'run_number', r.run_number,
    'attempt', r.attempt, 'retry_count', r.retry_count,
    'start_timestamp', r.start_timestamp, 'end_timestamp', r.end_timestamp,
    'input_params_sha256', sha256_hex(r.input_params_json::text),
    'output_result_summary_sha256', sha256_hex(r.output_result_summary_json::text),
    'error_details_sha256', sha256_hex(r.error_details_json::text))));
  return null;
end $$;
