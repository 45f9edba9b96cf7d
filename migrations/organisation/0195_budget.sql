-- FINC-01, FINC-02: what each department plans to spend in a month, and what it spends. Amounts are whole numbers of the currency's
-- smallest unit; nothing here is a total: what is spent is the sum of entries.

create table budget (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  -- its first day where the centre stands, YYYY-MM-01
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])-01$'),
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  unique (department_id, month)
);
create index budget_newest on budget (month desc, id desc);

-- Drawn up anew it is a new version; the newest that was approved is in force.
create table budget_version (
  budget_id uuid not null references budget,
  version integer not null check (version > 0),
  -- by cost kind: [{ "key": "repairs", "amount": 250000 }]
  lines jsonb not null,
  why text not null,
  drawn_by_id uuid not null references person,
  drawn_at timestamptz(3) not null,
  -- replaced: another one was drawn up before anybody decided
  decision text check (decision in ('approved', 'sent_back', 'replaced')),
  decided_by_id uuid references person,
  decided_at timestamptz(3),
  decided_because text not null default '',
  primary key (budget_id, version),
  constraint decided_budget_says_when check ((decision is null) = (decided_at is null)),
  constraint sent_back_budget_says_why check (decision is distinct from 'sent_back' or decided_because <> '')
);
create unique index budget_waits_once on budget_version (budget_id) where decision is null;

create table expense (
  id uuid primary key,
  budget_id uuid not null references budget,
  line text not null,
  amount bigint not null check (amount <> 0),
  -- the day it was spent, where the centre stands
  spent_on text not null,
  supplier text not null,
  what_for text not null,
  ticket_id uuid references ticket,
  work_order_id uuid references work_order,
  receipt_id uuid references file,
  -- more than its line had left: it counts once somebody has approved it, and is committed until then
  beyond boolean not null,
  -- a counter entry takes back another one, whole
  corrects_id uuid unique references expense,
  because text not null default '',
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint counter_entry_takes_back check ((corrects_id is not null) = (amount < 0)),
  constraint counter_entry_says_why check (corrects_id is null or because <> ''),
  constraint counter_entry_waits_for_nobody check (corrects_id is null or not beyond)
);
create index expense_of_budget on expense (budget_id, line);
create index expense_newest on expense (spent_on desc, id desc);
create index expense_of_ticket on expense (ticket_id) where ticket_id is not null;
create index expense_of_work_order on expense (work_order_id) where work_order_id is not null;
create index expense_receipt on expense (receipt_id) where receipt_id is not null;

create table expense_decision (
  expense_id uuid primary key references expense,
  decision text not null check (decision in ('approved', 'refused', 'withdrawn')),
  because text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint refused_expense_says_why check (decision = 'approved' or because <> '')
);

-- What was spent is added to and never rewritten; only the words of an entry may be blackened.
create function expense_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.budget_id, new.line, new.amount, new.spent_on, new.beyond, new.corrects_id, new.by_id, new.at)
    is distinct from (old.budget_id, old.line, old.amount, old.spent_on, old.beyond, old.corrects_id, old.by_id, old.at) then
    raise exception 'expenses are only added to' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger expense_only_grows before update or delete on expense for each row execute function expense_only_grows();

-- Those above hear once that a share of a line is used.
create table budget_warning (
  budget_id uuid not null references budget,
  line text not null,
  percent integer not null,
  at timestamptz(3) not null,
  primary key (budget_id, line, percent)
);

update post set rights = rights || '{"budget.see": "department", "budget.edit": "department"}'::jsonb
  where role = 'department_head' and department_id in (select id from department where not outside_firm);
update post set rights = rights || '{"budget.see": "centre", "budget.edit": "centre", "budget.approve": "centre"}'::jsonb
  where role = 'centre_manager' or key = 'office_head';
update post set rights = rights || '{"budget.see": "organisation"}'::jsonb
  where role in ('deputy_general_manager', 'company_leader');
