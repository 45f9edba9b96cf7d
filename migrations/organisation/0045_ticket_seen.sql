-- Up to when somebody has seen a ticket: one small row a person and ticket he has opened, gone some time after the ticket closed.
create table ticket_seen (
  person_id uuid not null references person,
  ticket_id uuid not null references ticket on delete cascade,
  -- the newest fact he had before him, by when it was recorded
  until_at timestamptz(3) not null,
  primary key (person_id, ticket_id)
);
-- what is old is looked for every hour, and found in the order it was seen
create index ticket_seen_until on ticket_seen (until_at);
