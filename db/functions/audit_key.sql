-- Trigger: an idempotency key that belongs to a workflow was written or deleted.
create or replace function audit_key() returns trigger language plpgsql as $$
declare r idempotency_keys := case when tg_op = 'DELETE' then old else new end;
begin
  if r.workflow_id is null then return null; end if;
  perform append_audit(r.workflow_id, jsonb_strip_nulls(jsonb_build_object(
    'table', 'idempotency_keys', 'op', lower(tg_op), 'owner_id', r.owner_id, 'task_name', r.task_name,
    'idempotency_key_sha256', sha256_hex(r.idempotency_key), 'status', r.status, 'locked_at', r.locked_at,
    'lock_owner', r.lock_owner, 'lock_run', r.lock_run, 'lock_attempt', r.lock_attempt,
    'fingerprint', encode(r.fingerprint, 'hex'),
    'result_payload_sha256', sha256_hex(r.result_payload::text),
    'error_payload_sha256', sha256_hex(r.error_payload::text))));
  return null;
end $$;
