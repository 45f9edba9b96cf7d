-- How long what is personal is kept, what holds it back, and what went.

-- A rule without a row is off.
create table retention_rule (
  key text primary key,
  days integer not null check (days > 0),
  changed_at timestamptz(3) not null,
  by_id uuid not null references person,
  why text not null,
  -- everything older than this has gone already, but for what was held; the next run begins here
  done_until timestamptz(3)
);

-- One run a day where any rule is on.
create table retention_run (
  id uuid primary key,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  cancelled_at timestamptz(3),
  cancelled_by_id uuid references person
);
create index retention_run_newest on retention_run (started_at desc, id desc);

-- What went: how many and of which time, never what.
create table retention_report (
  run_id uuid not null references retention_run on delete cascade,
  key text not null,
  days integer not null,
  n integer not null,
  oldest timestamptz(3) not null,
  newest timestamptz(3) not null,
  primary key (run_id, key)
);

-- A dispute or a court may need it: nothing of it is erased while this holds.
create table legal_hold (
  id uuid primary key,
  subject_type text not null check (subject_type in ('customer', 'ticket')),
  subject_id uuid not null,
  why text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  until timestamptz(3),
  lifted_at timestamptz(3),
  lifted_by_id uuid references person,
  constraint hold_ends_later check (until is null or until > at)
);
create index hold_of on legal_hold (subject_id) where lifted_at is null;
create index hold_newest on legal_hold (at desc, id desc);

-- What went when a customer was erased, and what stayed: numbers only. The proof he is given.
create table customer_erasure (
  customer_id uuid primary key references customer,
  at timestamptz(3) not null,
  by_id uuid references person,
  reason text not null,
  gone jsonb not null,
  stays jsonb not null
);

-- A number that was shown whole to somebody who usually sees a part: who, when, why.
create table phone_unmasked (
  id uuid primary key,
  customer_id uuid not null references customer,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  reason text not null
);
create index unmasked_of on phone_unmasked (customer_id, at desc);
