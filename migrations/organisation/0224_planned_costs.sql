-- REPT-17: what carrying out the department's plans of work and training is planned to cost, and what was spent on it. Amounts are whole
-- numbers of the currency's smallest unit; the newest planned cost holds, the former stay.
create table planned_cost (
  subject_type text not null check (subject_type in ('work_item', 'training_session')),
  subject_id uuid not null,
  no integer not null check (no > 0),
  -- key of the budget line
  line text not null,
  amount bigint not null check (amount >= 0),
  why text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (subject_type, subject_id, no),
  constraint changed_cost_says_why check (no = 1 or why <> '')
);

create table planned_expense (
  expense_id uuid primary key references expense,
  subject_type text not null check (subject_type in ('work_item', 'training_session')),
  subject_id uuid not null
);
create index planned_expense_of on planned_expense (subject_id);
