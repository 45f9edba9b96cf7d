create table work_order (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  -- 1, 2, ... under its ticket: 10427-2
  no smallint not null,
  department_id uuid not null references department,
  person_id uuid references person,
  task text not null,
  stage text not null check (stage in ('issued', 'accepted', 'refused', 'on_the_way', 'arrived', 'no_access', 'done', 'cancelled')),
  issued_by_id uuid not null references person,
  issued_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  set_out_at timestamptz(3),
  arrived_at timestamptz(3),
  done_at timestamptz(3),
  ended_reason text,
  findings text,
  measures text,
  minutes integer check (minutes >= 0),
  -- the head or manager told of what was found (WORK-11)
  informed_id uuid references person,
  signed_by text,
  signature_id uuid references file,
  attended_on_time boolean,
  unique (ticket_id, no)
);
create index work_order_open_of_department on work_order (department_id, issued_at) where stage not in ('done', 'cancelled', 'refused');
create index work_order_open_of_person on work_order (person_id) where stage not in ('done', 'cancelled', 'refused');

create table appointment (
  id uuid primary key,
  work_order_id uuid not null references work_order,
  person_id uuid references person,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  state text not null check (state in ('set', 'kept', 'no_access', 'moved', 'cancelled')),
  set_by_id uuid not null references person,
  note text not null default '',
  constraint appointment_has_a_length check (until_at > from_at),
  constraint nobody_is_in_two_places exclude using gist (person_id huiyin.gist_uuid_ops with =, tstzrange(from_at, until_at) with &&) where (state = 'set' and person_id is not null)
);
create index appointment_of_work_order on appointment (work_order_id);
create index appointment_of_person on appointment (person_id, from_at) where state = 'set';

create table return_visit (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  -- the pack's rule it follows: leak, safety_facility, other_repair, complaint, vip
  rule text not null,
  -- which resolving it belongs to; a reopened ticket is visited again
  round smallint not null default 1,
  state text not null check (state in ('due', 'made', 'declined', 'unreachable', 'dropped')),
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  by_id uuid references person,
  attempts smallint not null default 0,
  most_attempts smallint not null,
  may_decline boolean not null,
  channel text,
  reached_whom text,
  -- null in one that was made: he would not say
  satisfaction smallint check (satisfaction between 1 and 5),
  opinion text,
  criticism text,
  adopted_proposals text,
  -- a fault found, and whose it is: a written rectification is owed within 24 hours (VISIT-06)
  fault text,
  fault_department_id uuid references department,
  -- the department whose head signs the slip and tells the customer (VISIT-11)
  department_id uuid references department,
  result_told_by_head text,
  signed_by_id uuid references person,
  signed_at timestamptz(3),
  constraint ended_visit_says_when check ((state = 'due') = (ended_at is null)),
  constraint fault_has_a_department check ((fault is null) = (fault_department_id is null)),
  unique (ticket_id, rule, round)
);
-- figures count a visit in the period in which it came to be owed
create index return_visit_created on return_visit (created_at);
create index return_visit_ended on return_visit (ended_at desc, id desc) where state in ('made', 'declined', 'unreachable');
create index return_visit_unsigned on return_visit (ended_at, id) where state = 'made' and signed_at is null;
create table return_visit_attempt (
  visit_id uuid not null references return_visit,
  no smallint not null,
  at timestamptz(3) not null,
  by_id uuid not null references person,
  channel text not null,
  reached boolean not null,
  note text not null default '',
  primary key (visit_id, no)
);

create sequence rectification_number start 1;
create table rectification (
  id uuid primary key,
  number bigint not null unique default nextval('rectification_number'),
  -- late: a commitment ran out; visit: a fault found at a return visit; supervision: found by checking a department
  source text not null check (source in ('late', 'visit', 'supervision')),
  ticket_id uuid references ticket,
  work_order_id uuid references work_order,
  visit_id uuid references return_visit,
  commitment_id uuid,
  department_id uuid not null references department,
  addressee_id uuid references person,
  findings text not null default '',
  issued_by_id uuid references person,
  issued_at timestamptz(3) not null,
  deadline_at timestamptz(3) not null,
  received_by_id uuid references person,
  received_at timestamptz(3),
  reply text,
  replied_by_id uuid references person,
  replied_at timestamptz(3),
  verified_by_id uuid references person,
  verified_at timestamptz(3),
  verdict text check (verdict in ('accepted', 'rejected')),
  withdrawn_at timestamptz(3),
  withdrawn_by_id uuid references person,
  withdrawn_reason text,
  constraint withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint verified_is_accepted check (verified_at is null or verdict = 'accepted')
);
-- one that was withdrawn may be followed by another, when the promise is missed after all
create unique index one_notice_a_missed_commitment on rectification (commitment_id) where source = 'late' and withdrawn_at is null;
create index rectification_open on rectification (deadline_at, id) where verified_at is null and withdrawn_at is null;
create index rectification_newest on rectification (issued_at desc, id desc);
create index rectification_of_visit on rectification (visit_id) where visit_id is not null;
create index rectification_of_ticket on rectification (ticket_id) where ticket_id is not null;

-- Replies that were found wanting: nothing said is lost when another reply takes its place.
create table rejected_reply (
  rectification_id uuid not null references rectification,
  no smallint not null,
  reply text not null,
  replied_by_id uuid references person,
  replied_at timestamptz(3) not null,
  reason text not null,
  rejected_by_id uuid not null references person,
  rejected_at timestamptz(3) not null,
  primary key (rectification_id, no)
);

-- What supervision of the departments found, and which way was taken (ESCL-03).
create table finding (
  id uuid primary key,
  department_id uuid not null references department,
  text text not null,
  way text not null check (way in ('corrected_on_the_spot', 'reported_up', 'to_department')),
  rectification_id uuid references rectification,
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create index finding_newest on finding (at desc, id desc);
