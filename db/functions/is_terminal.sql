-- Whether a run of this overall status has ended.
create or replace function is_terminal(status text) returns boolean language sql immutable as
  $$ select status in ('completed', 'completed_with_errors', 'failed', 'cancelled') $$;
