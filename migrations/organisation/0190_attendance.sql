-- WFRC-01, WFRC-03, WFRC-04: who is due at work when, when he came and went, and what excuses him.
create table shift (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid references department,
  person_id uuid not null references person,
  -- on which it begins, where the centre stands
  day text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  presence text not null check (presence in ('on_site', 'online')),
  -- how long before its beginning one is to be there, as the rules said when it was planned
  before_minutes smallint not null check (before_minutes between 0 and 120),
  -- what of it is due, after leave and absence; both null: nothing
  due_from timestamptz(3),
  due_until timestamptz(3),
  away_minutes integer not null default 0,
  -- a kind of leave, or reported: away without one
  away_as text,
  -- as the last mark of each sort says
  in_at timestamptz(3),
  out_at timestamptz(3),
  made_by_id uuid not null references person,
  made_at timestamptz(3) not null,
  published_at timestamptz(3),
  ended_at timestamptz(3),
  ended_by_id uuid references person,
  ended_because text,
  constraint shift_lasts check (until_at > from_at and until_at <= from_at + interval '24 hours'),
  constraint shift_is_due_wholly_or_not check ((due_from is null) = (due_until is null)),
  constraint published_shift_ends_with_reason check (ended_at is null or published_at is null or ended_because is not null)
);
create index shift_of_day on shift (centre_id, day) where ended_at is null;
create index shift_of_person on shift (person_id, from_at) where ended_at is null;
create index shift_newest on shift (from_at desc, id desc) where ended_at is null and published_at is not null;

-- Each coming and going as it was said, and each correction of it; the last of a sort holds.
create table attendance_mark (
  id uuid primary key,
  shift_id uuid not null references shift,
  no smallint not null,
  sort text not null check (sort in ('in', 'out')),
  -- null: struck out
  at timestamptz(3),
  -- the moment that held before
  former timestamptz(3),
  by_id uuid not null references person,
  recorded_at timestamptz(3) not null,
  -- null: he said so himself, at the moment
  why text,
  constraint recorded_mark_says_why check (why is not null or at = recorded_at),
  unique (shift_id, no)
);

create table leave_request (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid references department,
  person_id uuid not null references person,
  kind text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  reason text not null,
  successor_id uuid references person,
  asked_at timestamptz(3) not null,
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  decided_at timestamptz(3),
  decided_by_id uuid references person,
  remark text not null default '',
  absence_id uuid references absence,
  constraint leave_lasts check (until_at > from_at),
  constraint decided_leave_says_when check ((state = 'asked') = (decided_at is null))
);
create index leave_request_newest on leave_request (from_at desc, id desc);
create index leave_request_of_person on leave_request (person_id, from_at);

-- A month of a centre: computed until it is reviewed, kept as it was then.
create table attendance_month (
  id uuid primary key,
  centre_id uuid not null references centre,
  begins text not null,
  ends text not null,
  reviewed_at timestamptz(3),
  reviewed_by_id uuid references person,
  remark text not null default '',
  lines jsonb,
  constraint reviewed_month_is_kept check ((reviewed_at is null) = (lines is null)),
  unique (centre_id, begins)
);

-- A reviewed month opened again: by whom, and why.
create table attendance_reopening (
  month_id uuid not null references attendance_month,
  no smallint not null,
  reviewed_at timestamptz(3) not null,
  reviewed_by_id uuid not null references person,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  why text not null,
  primary key (month_id, no)
);

-- Everybody sees his own; whoever distributes work sees as far as he distributes; the administration supervisor keeps and reviews.
update post set rights = rights || jsonb_build_object('attendance.see',
  case when key = 'administration_supervisor' then 'centre'
    when rights ->> 'ticket.assign' in ('department', 'centre', 'organisation') then rights ->> 'ticket.assign'
    when role in ('deputy_general_manager', 'company_leader') then 'organisation'
    else 'own' end);
update post set rights = rights || '{"attendance.keep": "centre"}'::jsonb where key = 'administration_supervisor';
