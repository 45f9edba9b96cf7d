-- COMP-12: what a week's complaints came to. Owed from its Monday on; what was submitted is never changed.
create table weekly_summary (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  -- its Monday, where the centre stands; one summary a week, whoever begins it and however often
  week text not null check (week ~ '^\d{4}-\d{2}-\d{2}$'),
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  -- the figures as they stood when it was submitted: keys, ids and numbers
  statistics jsonb,
  text text,
  measures text,
  submitted_at timestamptz(3),
  submitted_by_id uuid references person,
  addressee_id uuid references person,
  unique (centre_id, week),
  constraint submitted_summary_is_whole check (
    (submitted_at is null) = (statistics is null) and (submitted_at is null) = (text is null)
    and (submitted_at is null) = (submitted_by_id is null))
);
create index weekly_summary_newest on weekly_summary (from_at desc, id desc);
