-- One matter that was told twice is one ticket: what stood where before is kept, so that the merge can be taken back.
create table ticket_merge (
  id uuid primary key,
  into_id uuid not null references ticket,
  from_id uuid not null references ticket,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  -- ids, stages and moments only: what the merged ticket was, and what went along with it
  stood jsonb not null,
  undone_at timestamptz(3),
  undone_by_id uuid references person,
  constraint nothing_is_merged_into_itself check (into_id <> from_id),
  constraint undone_merge_says_who check ((undone_at is null) = (undone_by_id is null))
);
create unique index one_standing_merge_a_ticket on ticket_merge (from_id) where undone_at is null;
create index ticket_merge_into on ticket_merge (into_id) where undone_at is null;

-- How matters hang together, seen from the first: split_from, caused_by, follows and same_cause are new.
alter table ticket_link drop constraint ticket_link_why_check;
alter table ticket_link add constraint ticket_link_why_check
  check (why in ('same_matter', 'from_visit', 'part_of', 'related', 'split_from', 'caused_by', 'follows', 'same_cause'));

-- Whoever keeps a ticket in sight may want to hear what becomes of it, and whoever only saw it first may not.
alter table ticket_sight add column told boolean not null default false;

-- Out of one person's own list until a moment comes or the customer answers; no clock notices.
create table snooze (
  person_id uuid not null references person,
  ticket_id uuid not null references ticket,
  at timestamptz(3) not null,
  until_at timestamptz(3),
  until_answered boolean not null default false,
  woken_at timestamptz(3),
  woken_by text check (woken_by in ('time', 'answer')),
  primary key (person_id, ticket_id),
  constraint snooze_ends_somehow check (until_at is not null or until_answered),
  constraint woken_snooze_says_by_what check ((woken_at is null) = (woken_by is null))
);
-- an answer of the customer wakes whoever waits for it
create index snooze_until_answered on snooze (ticket_id) where woken_at is null and until_answered;

-- What somebody wants to be reminded of. By when, whose it is and how it ended stands in its commitment.
create table reminder (
  id uuid primary key,
  ticket_id uuid references ticket,
  words text not null,
  set_by_id uuid not null references person,
  set_at timestamptz(3) not null
);
create index reminder_of_ticket on reminder (ticket_id) where ticket_id is not null;

-- Two devices, one draft: the newest words stand, and what the other device had written meanwhile is kept as the former ones.
alter table draft add column former jsonb, add column former_at timestamptz(3),
  add constraint former_words_say_when check ((former is null) = (former_at is null));
