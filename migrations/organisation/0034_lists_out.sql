-- Who took which list out, in which form, how many rows of it. Written as it begins, so that what a stopped server had already
-- sent stands here too.
create table list_taken_out (
  id uuid primary key,
  list text not null,
  format text not null check (format in ('csv', 'xlsx')),
  -- what it was narrowed by, without texts somebody typed: those may name a person
  narrowed jsonb not null default '{}',
  person_id uuid not null references person,
  started_at timestamptz(3) not null,
  rows integer not null default 0,
  state text not null default 'running' check (state in ('running', 'done', 'stopped')),
  ended_at timestamptz(3),
  constraint ended_says_when check ((state = 'running') = (ended_at is null))
);
create index list_taken_out_newest on list_taken_out (started_at desc, id desc);
