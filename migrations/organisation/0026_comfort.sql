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
