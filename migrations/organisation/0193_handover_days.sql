-- WFRC-06: a post that hands its shift over every day owes it; the note that was written keeps it.
create table handover_day (
  id uuid primary key,
  centre_id uuid not null references centre,
  post_id uuid not null references post,
  day text not null,
  from_at timestamptz(3) not null,
  note_id uuid references shift_note,
  unique (post_id, day)
);
create index handover_day_open on handover_day (post_id) where note_id is null;
