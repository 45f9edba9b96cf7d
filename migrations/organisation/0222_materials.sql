-- ASST-06: what material each department plans for a month, what is asked for and approved, and what came in and was issued. Quantities are
-- whole numbers of the material's unit, amounts whole numbers of the currency's smallest unit; stock and shortage are sums, never kept.

create table material (
  id uuid primary key,
  centre_id uuid not null references centre,
  name text not null,
  -- what is counted: 个, box, litre
  unit text not null,
  -- under which line of the budget it is bought
  cost_kind text not null,
  -- what one of it is expected to cost
  price bigint not null check (price >= 0),
  -- fewer in stock, and it is to be replenished
  keep_at_least integer not null check (keep_at_least >= 0),
  closed_at timestamptz(3),
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create unique index material_open_once on material (centre_id, lower(name), lower(unit)) where closed_at is null;

-- What a material was called, cost or was kept at before somebody changed it.
create table material_change (
  material_id uuid not null references material,
  no integer not null check (no > 0),
  before jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (material_id, no)
);

create table material_plan (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  -- its first day where the centre stands, YYYY-MM-01
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])-01$'),
  until_at timestamptz(3) not null,
  unique (department_id, month)
);

-- Drawn up anew it is a new version; the newest that was approved is in force.
create table material_plan_version (
  plan_id uuid not null references material_plan,
  version integer not null check (version > 0),
  -- [{ "materialId", "quantity", "price", "neededBy": "2026-10-12", "personId" }]
  lines jsonb not null,
  why text not null,
  drawn_by_id uuid not null references person,
  drawn_at timestamptz(3) not null,
  -- replaced: another one was drawn up before anybody decided
  decision text check (decision in ('approved', 'sent_back', 'replaced')),
  decided_by_id uuid references person,
  decided_at timestamptz(3),
  decided_because text not null default '',
  primary key (plan_id, version),
  constraint decided_material_plan_says_when check ((decision is null) = (decided_at is null)),
  constraint sent_back_material_plan_says_why check (decision is distinct from 'sent_back' or decided_because <> '')
);
create unique index material_plan_waits_once on material_plan_version (plan_id) where decision is null;

create table material_request (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  material_id uuid not null references material,
  quantity integer not null check (quantity > 0),
  -- the day it is needed, where the centre stands; its month is the plan that it counts against
  needed_by text not null,
  what_for text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create index material_request_newest on material_request (at desc, id desc);
create index material_request_of_month on material_request (department_id, needed_by);

create table material_decision (
  request_id uuid primary key references material_request,
  decision text not null check (decision in ('approved', 'refused', 'withdrawn')),
  -- how many were approved, never more than were asked for
  quantity integer not null check (quantity >= 0),
  -- by how many it went beyond the plan, and by how much its purchase beyond the budget, as it was decided
  beyond_plan integer not null check (beyond_plan >= 0),
  beyond_budget bigint not null check (beyond_budget >= 0),
  because text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint approved_request_says_how_many check ((decision = 'approved') = (quantity > 0)),
  constraint refused_request_says_why check (decision = 'approved' or because <> '')
);

create table material_entry (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  material_id uuid not null references material,
  sort text not null check (sort in ('received', 'issued')),
  -- above 0: into the stock; below: out of it
  quantity integer not null check (quantity <> 0),
  -- the day it happened, where the centre stands
  on_day text not null,
  request_id uuid references material_request,
  -- to whom it was issued
  person_id uuid references person,
  supplier text not null default '',
  -- what was paid for what came in
  cost bigint not null default 0,
  expense_id uuid references expense,
  -- a counter entry takes back another one, whole
  corrects_id uuid unique references material_entry,
  because text not null default '',
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint entry_goes_its_way check ((corrects_id is null) = ((sort = 'received') = (quantity > 0))),
  constraint issued_on_request check (sort <> 'issued' or (request_id is not null and person_id is not null)),
  constraint counter_material_says_why check (corrects_id is null or because <> '')
);
create index material_entry_stock on material_entry (material_id, department_id, on_day);
create index material_entry_newest on material_entry (on_day desc, id desc);
create index material_entry_of_request on material_entry (request_id) where request_id is not null;

-- What came in and went out is added to and never rewritten; only the words of an entry may be blackened.
create function material_entries_only_grow() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.department_id, new.material_id, new.sort, new.quantity, new.on_day, new.request_id, new.person_id, new.cost,
    new.expense_id, new.corrects_id, new.by_id, new.at) is distinct from (old.department_id, old.material_id, old.sort, old.quantity,
    old.on_day, old.request_id, old.person_id, old.cost, old.expense_id, old.corrects_id, old.by_id, old.at) then
    raise exception 'entries of material are only added to' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger material_entries_only_grow before update or delete on material_entry
  for each row execute function material_entries_only_grow();

update post set rights = rights || '{"material.see": "department", "material.request": "department"}'::jsonb
  where role in ('agent', 'front_desk', 'emergency', 'worker') and department_id in (select id from department where not outside_firm);
update post set rights = rights || '{"material.see": "centre", "material.request": "department", "material.keep": "centre"}'::jsonb
  where role = 'supervisor';
update post set rights = rights || '{"material.see": "department", "material.request": "department", "material.keep": "department",
    "material.approve": "department"}'::jsonb
  where role = 'department_head' and department_id in (select id from department where not outside_firm);
update post set rights = rights || '{"material.see": "centre", "material.request": "centre", "material.keep": "centre",
    "material.approve": "centre"}'::jsonb
  where role = 'centre_manager' or key = 'office_head';
update post set rights = rights || '{"material.see": "organisation"}'::jsonb
  where role in ('deputy_general_manager', 'company_leader');
