-- ESCL-05, COMP-21, PRIN-14: what is mended for good: the cause, measures with persons and due days, and whether it worked.
create sequence improvement_number start 1;
create table improvement (
  id uuid primary key,
  number bigint not null unique default nextval('improvement_number'),
  sort text not null check (sort in ('corrective', 'preventive', 'both')),
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  -- the head it was addressed to, who answers for it
  addressee_id uuid references person,
  title text not null,
  cause_sort text not null,
  cause text not null,
  -- what it is to keep from happening again, by the key under which repetitions are counted; null: nothing that can be counted
  watch text,
  opened_by_id uuid not null references person,
  opened_at timestamptz(3) not null,
  acknowledged_by_id uuid references person,
  acknowledged_at timestamptz(3),
  check_by_id uuid not null references person,
  -- counts the rounds of measures; the times below are of this one
  round smallint not null default 1,
  planned_at timestamptz(3),
  check_at timestamptz(3),
  carried_out_at timestamptz(3),
  -- how often what it was to prevent happened again after its measures were done
  recurred smallint not null default 0,
  closed_at timestamptz(3),
  withdrawn_at timestamptz(3),
  withdrawn_by_id uuid references person,
  withdrawn_reason text,
  constraint withdrawn_improvement_says_why check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint closed_was_carried_out check (closed_at is null or carried_out_at is not null)
);
create index improvement_newest on improvement (opened_at desc, id desc);
-- asked whenever a complaint or repair is settled: only those whose measures are done can be proved wrong
create index improvement_watching on improvement (watch) where carried_out_at is not null and withdrawn_at is null;

create table improvement_measure (
  id uuid primary key,
  improvement_id uuid not null references improvement,
  round smallint not null,
  no smallint not null,
  text text not null,
  person_id uuid not null references person,
  due_at timestamptz(3) not null,
  -- no reference: new promises are held back and written together at the end
  commitment_id uuid not null,
  -- the rule that is to be changed, and from which version on (PRIN-14); carried out when there is a later one
  rule_type text check (rule_type in ('kind', 'settings', 'spot_check_plan')),
  rule_key text,
  rule_before int,
  rule_after int,
  done_at timestamptz(3),
  done_by_id uuid references person,
  done_text text,
  unique (improvement_id, round, no),
  constraint done_measure_says_what check ((done_at is null) = (done_text is null)),
  constraint rule_is_named check ((rule_type is null) = (rule_before is null))
);

-- Every verdict and every recurrence, each with the round it ended.
create table improvement_verdict (
  improvement_id uuid not null references improvement,
  round smallint not null,
  verdict text not null check (verdict in ('worked', 'did_not', 'recurred')),
  text text not null,
  by_id uuid references person,
  at timestamptz(3) not null,
  primary key (improvement_id, round, verdict)
);

-- The records behind it: complaints, visits, notices; `again`: what happened after the measures were done.
create table improvement_source (
  improvement_id uuid not null references improvement,
  subject_type text not null,
  subject_id uuid not null,
  again boolean not null default false,
  at timestamptz(3) not null,
  primary key (improvement_id, subject_id)
);
create index improvement_of_subject on improvement_source (subject_id);

-- Something occurs repeatedly, and somebody has decided what follows; counted anew from then on.
create table repetition_decision (
  id uuid primary key,
  pattern text not null,
  improvement_id uuid references improvement,
  reason text not null,
  counted int not null,
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create index repetition_decided on repetition_decision (pattern, at desc);

-- COMP-18, VISIT-23: what customers said goes to whoever can change something; the answer is kept.
create table feedback (
  id uuid primary key,
  sort text not null check (sort in ('complaint', 'opinion')),
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  addressee_id uuid references person,
  visit_id uuid references return_visit,
  text text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  answered_at timestamptz(3),
  answered_by_id uuid references person,
  reply text,
  constraint complaint_is_replied check (sort = 'opinion' or (answered_at is null) = (reply is null))
);
create index feedback_newest on feedback (at desc, id desc);
create table feedback_ticket (
  feedback_id uuid not null references feedback,
  ticket_id uuid not null references ticket,
  primary key (feedback_id, ticket_id)
);
create index feedback_of_ticket on feedback_ticket (ticket_id);
