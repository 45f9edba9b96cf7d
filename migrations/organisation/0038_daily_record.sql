-- COMP-20: each working day the problems customers reported, those still to be solved, and what our own running caused, by
-- department. One record a centre and day; it takes up where the one before ended, so that no closed day falls through.
create table daily_record (
  id uuid primary key,
  centre_id uuid not null references centre,
  -- whose head or supervisor owes it
  department_id uuid not null references department,
  begins text not null check (begins ~ '^\d{4}-\d{2}-\d{2}$'),
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  remark text,
  handed_at timestamptz(3),
  handed_by_id uuid references person,
  unique (centre_id, begins),
  constraint handed_record_says_by_whom check ((handed_at is null) = (handed_by_id is null) and (handed_at is null) = (remark is null))
);
create index daily_record_newest on daily_record (from_at desc, id desc);
create table daily_line (
  id uuid primary key,
  record_id uuid not null references daily_record,
  department_id uuid not null references department,
  sort text not null check (sort in ('reported', 'to_solve', 'internal')),
  -- drawn up from a ticket as it is handed over, or written by hand
  ticket_id uuid references ticket,
  text text,
  by_id uuid references person,
  at timestamptz(3) not null,
  constraint line_is_of_a_ticket_or_a_hand check ((ticket_id is null) = (text is not null) and (text is null) = (by_id is null))
);
create index daily_line_of_record on daily_line (record_id);
-- what a department was handed, and who said that he has it
create table daily_handover (
  record_id uuid not null references daily_record,
  department_id uuid not null references department,
  addressee_id uuid references person,
  acknowledged_at timestamptz(3),
  acknowledged_by_id uuid references person,
  primary key (record_id, department_id),
  constraint acknowledged_by_somebody check ((acknowledged_at is null) = (acknowledged_by_id is null))
);
create index daily_handover_of_department on daily_handover (department_id, record_id);
