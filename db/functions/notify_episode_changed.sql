-- Trigger: wakes the followers of an episode whose row was written or deleted.
create or replace function notify_episode_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('episode_changed', coalesce(new.podcast_id, old.podcast_id)::text);
  return null;
end $$;
