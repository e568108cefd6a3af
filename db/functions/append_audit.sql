-- Adds an entry to the workflow's chain: hash = SHA-256(previous hash || entry in UTF-8). `entry` is the exact text that
-- was hashed. It holds ids, names, states and times; JSON columns, messages and client keys only as their SHA-256.
create or replace function append_audit(p_workflow uuid, p_fields jsonb) returns void language plpgsql as $$
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
