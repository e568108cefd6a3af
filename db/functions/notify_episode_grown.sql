-- Trigger: wakes the followers of an episode that has one more segment.
create or replace function notify_episode_grown() returns trigger language plpgsql as $$
begin
  perform pg_notify('episode_changed', new.workflow_id::text);
  return null;
end $$;
