-- Trigger: a run's row was written or deleted.
create or replace function audit_workflow() returns trigger language plpgsql as $$
declare r workflow_instances := case when tg_op = 'DELETE' then old else new end;
begin
  perform append_audit(r.workflow_id, jsonb_strip_nulls(jsonb_build_object(
    'table', 'workflow_instances', 'op', lower(tg_op), 'user_id', r.user_id,
    'trigger_event_type', r.trigger_event_type, 'overall_status', r.overall_status, 'run_number', r.run_number,
    'start_timestamp', r.start_timestamp, 'end_timestamp', r.end_timestamp, 'error_code', r.error_code,
    'deleted_at', r.deleted_at, 'decisions', nullif(r.decisions, '{}'),
    'trigger_event_details_sha256', sha256_hex(r.trigger_event_details_json::text),
    'context_data_sha256', sha256_hex(r.context_data_json::text),
    'error_message_sha256', sha256_hex(r.error_message),
    'idempotency_key_sha256', sha256_hex(r.idempotency_key))));
  return null;
end $$;
