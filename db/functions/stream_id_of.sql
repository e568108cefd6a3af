-- The stream of an episode; null when there is none. A function so that the statement that claims a run can ask for the
-- row that it has just made: a subquery would look at the state from before the statement.
create or replace function stream_id_of(p_podcast uuid) returns text language plpgsql as $$
begin
  return (select stream_id from podcasts where podcast_id = p_podcast);
end $$;
