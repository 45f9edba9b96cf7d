-- WFRC-05: what each did on a day: drawn up from what he did in the house, completed by hand, closed for the day.
create table diary_day (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid references department,
  person_id uuid not null references person,
  day text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  -- by his post; else he writes it because he wants to
  owed boolean not null,
  done text not null default '',
  next text not null default '',
  -- as it stood when it was closed
  lines jsonb,
  closed_at timestamptz(3),
  constraint closed_diary_is_kept check ((closed_at is null) = (lines is null)),
  unique (person_id, day)
);
create index diary_day_newest on diary_day (from_at desc, id desc);
create index diary_day_open on diary_day (until_at) where closed_at is null;
