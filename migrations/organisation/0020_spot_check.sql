-- ESCL-09, PRIN-13: who checks how many of what in each period. In versions, with who and why, as kinds are.
create table spot_check_plan (
  key text not null,
  version int not null,
  definition jsonb not null,
  by_id uuid references person,
  why text,
  at timestamptz(3) not null,
  primary key (key, version)
);

-- One period of one plan at one centre. Begun with its period, so that it is seen coming; drawn when the period is over.
create table spot_check (
  id uuid primary key,
  plan_key text not null,
  plan_version int not null,
  centre_id uuid not null references centre,
  department_id uuid references department,
  post_id uuid not null references post,
  period text not null check (period in ('day', 'week', 'month', 'quarter')),
  begins text not null check (begins ~ '^\d{4}-\d{2}-\d{2}$'),
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  drawn_at timestamptz(3),
  -- what it was drawn with: whoever has both draws the same again
  seed text,
  population uuid[],
  completed_at timestamptz(3),
  completed_by_id uuid references person,
  conclusion text,
  -- the plan was changed or given up before it was drawn
  dropped_at timestamptz(3),
  constraint drawn_says_from_what check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (population is null)),
  constraint completed_was_drawn check (completed_at is null or drawn_at is not null)
);
create unique index spot_check_once on spot_check (plan_key, centre_id, period, begins) where dropped_at is null;
create index spot_check_newest on spot_check (from_at desc, id desc) where dropped_at is null;

create table spot_check_item (
  id uuid primary key,
  spot_check_id uuid not null references spot_check,
  no int not null,
  -- the record drawn, of the type that the plan's register holds
  subject_id uuid not null,
  looked_by_id uuid references person,
  looked_at timestamptz(3),
  remark text not null default '',
  unique (spot_check_id, no),
  constraint looked_by_somebody check ((looked_at is null) = (looked_by_id is null))
);
-- a visit or ticket finds the checks it was drawn for
create index spot_check_item_of on spot_check_item (subject_id);

create table spot_check_result (
  item_id uuid not null references spot_check_item,
  criterion text not null,
  passed boolean not null,
  finding text,
  way text check (way in ('corrected_on_the_spot', 'to_department')),
  rectification_id uuid references rectification,
  primary key (item_id, criterion),
  constraint failed_line_has_a_finding check (passed = (finding is null) and passed = (way is null)),
  constraint notice_where_sent check ((way is not distinct from 'to_department') = (rectification_id is not null))
);

-- ESCL-04: a finding of a spot check is mended by the same notice as every other fault
alter table rectification drop constraint rectification_source_check;
alter table rectification add constraint rectification_source_check check (source in ('late', 'visit', 'supervision', 'spot_check'));
alter table rectification add column spot_check_id uuid references spot_check;
create index rectification_of_spot_check on rectification (spot_check_id) where spot_check_id is not null;

-- which work was done in a period, without reading every order ever written
create index work_order_done on work_order (done_at) where stage = 'done';

-- Where a kind visits back a share of its matters: with what each was drawn, and whether it was. Written only under such a rule.
create table visit_draw (
  ticket_id uuid not null references ticket,
  -- which resolving it belongs to, as a visit's
  round smallint not null,
  rule text not null,
  percent smallint not null check (percent between 1 and 99),
  seed text not null,
  drawn boolean not null,
  at timestamptz(3) not null,
  primary key (ticket_id, round, rule)
);
