-- CHAN-21, CHAN-22: what the customer's page says besides where the centre is reached, and which kinds may be sent in; and a centre as
-- it stood after each change, with who and why. Of one from before this table, version 1 is written at its first change.
alter table centre add column page jsonb not null default '{}';
create table centre_version (
  centre_id uuid not null references centre,
  version integer not null check (version > 0),
  content jsonb not null,
  by_id uuid,
  why text,
  at timestamptz(3) not null,
  primary key (centre_id, version)
);
