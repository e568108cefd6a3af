-- Trigger: TRUNCATE would fire no row triggers, so its deletions would be missing in the audit record.
create or replace function refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception '% cannot be truncated: its deletions belong into the audit record', tg_table_name
    using errcode = 'AC002';
end $$;
