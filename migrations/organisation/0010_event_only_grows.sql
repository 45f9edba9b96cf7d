-- What happened is added to and never rewritten (PRIN-10): what must be erasable stands in other rows. Once a statement, and
-- only where one tries: adding costs nothing.
create function event_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the journal only grows' using errcode = 'restrict_violation';
end $$;
create trigger event_only_grows before update or delete on event
  for each statement execute function event_only_grows();
