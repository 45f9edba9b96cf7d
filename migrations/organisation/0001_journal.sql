-- Every change, as (subject, seq). seq is the subject's version too: the optimistic lock.
-- Facts and ids only: names, phones and texts stand in rows that can be erased.
create table event (
  subject_type text not null,
  subject_id uuid not null,
  seq integer not null,
  type text not null,
  -- the ticket whose timeline shows it; the ticket itself, or the one a work order, visit or commitment belongs to
  ticket_id uuid,
  actor_id uuid,
  happened_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  data jsonb not null default '{}',
  primary key (subject_id, seq)
);
create index event_of_ticket on event (ticket_id, happened_at) where ticket_id is not null;
-- a relay and an import both need "what came lately"; brin costs next to nothing on rows that arrive in this order
create index event_recorded on event using brin (recorded_at);

-- Work that follows after commit; a relay hands it to the job runner. Not taken before run_at, so an undo is real.
-- A row is the permission to do the work: it goes in the transaction that does it (docs/adr on the outbox).
create table outbox (
  id uuid primary key,
  task text not null,
  payload jsonb not null,
  subject_id uuid not null,
  run_at timestamptz(3) not null,
  handed_at timestamptz(3)
);
create index outbox_due on outbox (run_at) where handed_at is null;
create index outbox_of_subject on outbox (subject_id);

-- The answer given to a write, kept so that the same write sent again changes nothing and hears the same.
create table idempotent_request (
  key text not null,
  person_id uuid not null,
  fingerprint text not null,
  status smallint not null,
  body jsonb,
  at timestamptz(3) not null,
  primary key (person_id, key)
);
create index idempotent_request_age on idempotent_request using brin (at);

create table file (
  id uuid primary key,
  name text not null,
  type text not null,
  size integer not null check (size >= 0),
  sha256 text not null,
  by_id uuid not null,
  at timestamptz(3) not null,
  -- what it was given for; it may be read by whoever may read that
  subject_type text,
  subject_id uuid
);
create index file_of_subject on file (subject_id) where subject_id is not null;
create table file_chunk (
  file_id uuid not null references file on delete cascade,
  no integer not null,
  bytes bytea not null,
  primary key (file_id, no)
);

-- Terms are made in the application (src/kernel/text); folded is what a hit is checked against.
create table search_entry (
  subject_type text not null,
  subject_id uuid not null,
  at timestamptz(3) not null,
  centre_id uuid,
  terms tsvector not null,
  folded text not null,
  primary key (subject_id, subject_type)
);
-- One a type: looking for a customer must not wade through a million tickets that name him. Without fastupdate, for a
-- search would have to read the whole list of what waits to be indexed.
create index search_entry_ticket_terms on search_entry using gin (terms) with (fastupdate = off) where subject_type = 'ticket';
create index search_entry_customer_terms on search_entry using gin (terms) with (fastupdate = off) where subject_type = 'customer';
create index search_entry_place_terms on search_entry using gin (terms) with (fastupdate = off) where subject_type = 'place';
create index search_entry_newest on search_entry (subject_type, at desc, subject_id desc);
