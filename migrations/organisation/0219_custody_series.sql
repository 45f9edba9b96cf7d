-- PASS-04, PASS-05: papers that the house numbers itself, counted up by centre, kind and year.
create table custody_series (
  centre_id uuid not null references centre,
  -- key of a kind of thing in custody
  kind text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (centre_id, kind, year)
);
create index custody_entry_issued on custody_entry (happened_at desc, id desc) where act = 'issued';

-- Whoever makes out papers carries the applications that he took to their end.
update post set rights = rights || '{"ticket.handle": "own"}'::jsonb
  where key = 'permits_keys_assistant' and not rights ? 'ticket.handle';
