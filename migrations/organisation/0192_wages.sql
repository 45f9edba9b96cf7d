-- WFRC-02: the wage table of a reviewed month. Amounts are whole numbers of the currency's smallest unit.

-- What somebody earns a month, from a month on; entries only: the last that holds for a month counts.
create table wage_base (
  id uuid primary key,
  person_id uuid not null references person,
  amount integer not null check (amount >= 0),
  from_month text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  why text not null
);
create index wage_base_of_person on wage_base (person_id, from_month, at);

create table wage_table (
  id uuid primary key,
  month_id uuid not null references attendance_month unique,
  centre_id uuid not null references centre,
  begins text not null,
  currency text not null,
  begun_at timestamptz(3) not null,
  closed_at timestamptz(3),
  closed_by_id uuid references person,
  -- as it was closed; null: computed
  lines jsonb,
  constraint closed_wage_table_is_kept check ((closed_at is null) = (lines is null))
);

-- What is added or taken off by hand, each with its reason; taken back by an entry the other way.
create table wage_adjustment (
  id uuid primary key,
  table_id uuid not null references wage_table,
  person_id uuid not null references person,
  amount integer not null check (amount <> 0),
  by_id uuid not null references person,
  at timestamptz(3) not null,
  why text not null
);
create index wage_adjustment_of_table on wage_adjustment (table_id, person_id, at);

-- Nobody but the administration supervisor sees wages; each sees his own line without a right.
update post set rights = rights || '{"wage.see": "centre"}'::jsonb where key = 'administration_supervisor';
