-- Trigger: wakes the streamers when an event is to be relayed to a client's pages.
create or replace function notify_ui_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('ui_event', new.event_id::text);
  return null;
end $$;
