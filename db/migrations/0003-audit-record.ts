import { sql, type Kysely } from 'kysely';

/**
 * The append-only, hash-chained record. Triggers write it in the transaction of the change itself, so no code path
 * can forget it. `entry` is the exact text that was hashed: hash = SHA-256(previous hash || entry in UTF-8).
 * It holds ids, names, states and times; JSON columns, messages and client keys only as their SHA-256.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_heads (
      workflow_id uuid primary key,
      seq bigint not null default 0,
      hash bytea not null default ''::bytea
    );

    create table audit_log (
      workflow_id uuid not null,
      seq bigint not null,
      entry text not null,
      prev_hash bytea not null,
      hash bytea not null,
      primary key (workflow_id, seq)
    );

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'AC002';
    end $$;
    create trigger append_only before update or delete or truncate on audit_log
      for each statement execute function refuse_change();
    create trigger heads_stay before delete or truncate on audit_heads
      for each statement execute function refuse_change();

    create function sha256_hex(content text) returns text language sql immutable as
      $$ select encode(sha256(convert_to(content, 'UTF8')), 'hex') $$;

    create function append_audit(p_workflow uuid, p_fields jsonb) returns void language plpgsql as $$
    declare
      head audit_heads;
      text_entry text;
      new_hash bytea;
    begin
      select * into head from audit_heads where workflow_id = p_workflow for update;
      if not found then
        insert into audit_heads (workflow_id) values (p_workflow) on conflict do nothing;
        select * into head from audit_heads where workflow_id = p_workflow for update;
      end if;
      text_entry := (p_fields || jsonb_build_object('workflow_id', p_workflow, 'seq', head.seq + 1,
        'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text;
      new_hash := sha256(head.hash || convert_to(text_entry, 'UTF8'));
      insert into audit_log (workflow_id, seq, entry, prev_hash, hash)
        values (p_workflow, head.seq + 1, text_entry, head.hash, new_hash);
      update audit_heads set seq = head.seq + 1, hash = new_hash where workflow_id = p_workflow;
    end $$;

    create function audit_workflow() returns trigger language plpgsql as $$
    declare r workflow_instances := case when tg_op = 'DELETE' then old else new end;
    begin
      perform append_audit(r.workflow_id, jsonb_strip_nulls(jsonb_build_object(
        'table', 'workflow_instances', 'op', lower(tg_op), 'user_id', r.user_id,
        'trigger_event_type', r.trigger_event_type, 'overall_status', r.overall_status, 'run_number', r.run_number,
        'start_timestamp', r.start_timestamp, 'end_timestamp', r.end_timestamp, 'error_code', r.error_code,
        'deleted_at', r.deleted_at,
        'trigger_event_details_sha256', sha256_hex(r.trigger_event_details_json::text),
        'context_data_sha256', sha256_hex(r.context_data_json::text),
        'error_message_sha256', sha256_hex(r.error_message),
        'idempotency_key_sha256', sha256_hex(r.idempotency_key))));
      return null;
    end $$;
    create trigger audit after insert or update or delete on workflow_instances
      for each row execute function audit_workflow();

    create function audit_task() returns trigger language plpgsql as $$
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
    create trigger audit after insert or update or delete on task_instances
      for each row execute function audit_task();

    create function audit_key() returns trigger language plpgsql as $$
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
    create trigger audit after insert or update or delete on idempotency_keys
      for each row execute function audit_key();

    create function refuse_truncate() returns trigger language plpgsql as $$
    begin
      raise exception '% cannot be truncated: its deletions belong into the audit record', tg_table_name
        using errcode = 'AC002';
    end $$;
    create trigger no_truncate before truncate on workflow_instances execute function refuse_truncate();
    create trigger no_truncate before truncate on task_instances execute function refuse_truncate();
    create trigger no_truncate before truncate on idempotency_keys execute function refuse_truncate();
  `.execute(db);
}
