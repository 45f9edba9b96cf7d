-- PERF-01, PERF-02, PERF-03: somebody's work of a period, scored by the weighted indicators of his post by whoever stands over him.
create table staff_assessment (
  id uuid primary key,
  scheme text not null,
  -- the scheme as it stood when the period began
  definition jsonb not null,
  person_id uuid not null references person,
  post_id uuid not null references post,
  assessor_post_id uuid not null references post,
  centre_id uuid not null references centre,
  department_id uuid references department,
  period text not null check (period in ('month', 'quarter')),
  -- first day of the period, YYYY-MM-DD
  begins text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  remark text not null default '',
  submitted_at timestamptz(3),
  submitted_by_id uuid references person,
  comment text not null default '',
  confirmed_at timestamptz(3),
  dropped_at timestamptz(3),
  constraint assessment_submitted_by_somebody check ((submitted_at is null) = (submitted_by_id is null)),
  constraint confirmed_after_submitted check (confirmed_at is null or submitted_at is not null),
  constraint nobody_assesses_himself check (submitted_by_id <> person_id)
);
create unique index staff_assessment_once on staff_assessment (person_id, post_id, period, begins) where dropped_at is null;
create index staff_assessment_of_person on staff_assessment (person_id, until_at desc) where dropped_at is null;
create index staff_assessment_until on staff_assessment (until_at desc, id desc) where dropped_at is null;

create table staff_assessment_mark (
  assessment_id uuid not null references staff_assessment on delete cascade,
  no smallint not null,
  indicator text not null,
  mark smallint not null check (mark >= 0),
  remark text not null default '',
  primary key (assessment_id, no)
);

-- PERF-02: what supervision or an inspection found of somebody, with date and source; never changed, withdrawn with a reason.
create table staff_finding (
  id uuid primary key,
  person_id uuid not null references person,
  centre_id uuid not null references centre,
  day date not null,
  source text not null,
  bearing text not null check (bearing in ('merit', 'fault', 'remark')),
  text text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  withdrawn_by_id uuid references person,
  withdrawn_because text,
  constraint finding_withdrawn_by_somebody
    check ((withdrawn_at is null) = (withdrawn_by_id is null) and (withdrawn_at is null) = (withdrawn_because is null))
);
create index staff_finding_of_person on staff_finding (person_id, day desc);

-- PERF-06: a breach of work discipline: rule, facts, what the person says, what followed and who decided it.
create table staff_breach (
  id uuid primary key,
  person_id uuid not null references person,
  centre_id uuid not null references centre,
  day date not null,
  rule text not null,
  facts text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  statement text,
  stated_at timestamptz(3),
  -- himself, or whoever took it down
  stated_by_id uuid references person,
  sanction text,
  remark text not null default '',
  decided_by_id uuid references person,
  decided_at timestamptz(3),
  constraint breach_stated_by_somebody
    check ((stated_at is null) = (statement is null) and (stated_at is null) = (stated_by_id is null)),
  constraint breach_decided_by_somebody
    check ((decided_at is null) = (sanction is null) and (decided_at is null) = (decided_by_id is null)),
  constraint decided_once_heard check (decided_at is null or stated_at is not null),
  constraint nobody_decides_on_himself check (decided_by_id <> person_id)
);
create index staff_breach_of_person on staff_breach (person_id, day desc);

-- APRV-12, PERF-07: who is to stand where from which day: proposed, decided, and given effect once.
create table staff_move (
  id uuid primary key,
  person_id uuid not null references person,
  centre_id uuid not null references centre,
  sort text not null check (sort in ('promotion', 'demotion', 'appointment', 'removal')),
  from_post_id uuid references post,
  to_post_id uuid references post,
  reason text not null,
  -- the day it holds from, and the first moment of it where the centre stands
  day date not null,
  effective_at timestamptz(3) not null,
  proposed_by_id uuid not null references person,
  proposed_at timestamptz(3) not null,
  verdict text check (verdict in ('approved', 'refused')),
  remark text not null default '',
  decided_by_id uuid references person,
  decided_at timestamptz(3),
  withdrawn_at timestamptz(3),
  done_at timestamptz(3),
  -- why it could not be given effect, as a code; null: it was, or its day has not come
  stuck_because text,
  constraint move_goes_somewhere check (coalesce(from_post_id, to_post_id) is not null and from_post_id is distinct from to_post_id),
  constraint move_decided_by_somebody
    check ((decided_at is null) = (verdict is null) and (decided_at is null) = (decided_by_id is null)),
  constraint only_the_approved_holds check (done_at is null or verdict = 'approved'),
  constraint nobody_moves_himself check (decided_by_id <> person_id and proposed_by_id <> person_id)
);
create index staff_move_of_person on staff_move (person_id, proposed_at desc);
create index staff_move_newest on staff_move (proposed_at desc, id desc);
-- one at a time for each
create unique index staff_move_under_way on staff_move (person_id)
  where withdrawn_at is null and done_at is null and verdict is distinct from 'refused';

-- The records that a proposal rests on.
create table staff_move_ground (
  move_id uuid not null references staff_move on delete cascade,
  subject_type text not null check (subject_type in ('staff_assessment', 'staff_finding', 'staff_breach')),
  subject_id uuid not null,
  primary key (move_id, subject_id)
);

-- Who looked into whose file: once an hour and person, as for customers.
create table member_look (
  member_id uuid not null references person on delete cascade,
  person_id uuid not null references person,
  hour timestamptz(0) not null,
  primary key (member_id, hour, person_id)
);
create index member_look_newest on member_look (hour);

-- Whoever decides for the company; who proposes; who assesses those under him; who keeps the files.
update post set rights = rights || '{"staff.see": "organisation", "staff.decide": "organisation"}'
  where role in ('company_leader', 'deputy_general_manager');
update post set rights = rights || '{"staff.assess": "centre", "staff.propose": "centre"}'
  where role = 'centre_manager' or key = 'office_head';
update post set rights = rights || '{"staff.assess": "department"}'
  where role in ('department_head', 'supervisor') and department_id in (select id from department where not outside_firm);
update post set rights = rights || '{"staff.decide": "department"}' where key = 'customer_service_head';
update post set rights = rights || '{"staff.see": "centre"}' where key = 'administration_supervisor';
