-- Secret addresses under which calendars of other programs read one's appointments and promises. Only the digest of a secret is kept.
create table calendar_feed (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- of a department, for its head; null: one's own
  department_id uuid references department,
  hash text not null unique,
  made_at timestamptz(3) not null,
  -- to ten minutes
  last_used_at timestamptz(3),
  unique nulls not distinct (person_id, department_id)
);
-- What may leave the house in them, for everybody: number, kind and place always, names of customers only where somebody said so.
create table calendar_rule (
  one boolean primary key default true check (one),
  names boolean not null default false,
  changed_by_id uuid references person,
  changed_at timestamptz(3)
);
insert into calendar_rule default values;
-- a calendar reads a window of days; cancelled ones and those of a department are in no index by person
create index appointment_by_day on appointment (from_at);
