create sequence ticket_number start 10001;

create table ticket (
  id uuid primary key,
  -- short enough to say on the phone
  number bigint not null unique default nextval('ticket_number'),
  kind text not null,
  kind_version integer not null,
  stage text not null,
  stage_class text not null check (stage_class in ('new', 'active', 'waiting_customer', 'waiting_other', 'resolved', 'closed', 'cancelled')),
  title text not null,
  -- what the customer needs, in his words (CONS-03)
  need text not null default '',
  urgency text not null default 'normal' check (urgency in ('normal', 'urgent', 'emergency')),
  severity text check (severity in ('ordinary', 'major', 'grave')),
  channel text not null,
  customer_id uuid references customer,
  -- the caller may not be the customer
  caller_name text,
  caller_phone text,
  place_id uuid references place,
  centre_id uuid not null references centre,
  department_id uuid references department,
  owner_id uuid not null references person,
  -- a hand-over offered and not yet accepted; the giver stays accountable until then
  offered_to_id uuid references person,
  -- the superior who gave the task (ASGN-05)
  given_by_id uuid references person,
  opened_by_id uuid references person,
  opened_at timestamptz(3) not null,
  promised_for timestamptz(3),
  fields jsonb not null default '{}',
  -- request judged reasonable, or declined with its reason (RECP-15)
  judged text check (judged in ('reasonable', 'declined')),
  decline_reason text,
  answered_at timestamptz(3),
  resolved_at timestamptz(3),
  outcome text,
  told_at timestamptz(3),
  closed_at timestamptz(3),
  closed_as text,
  reopened_count smallint not null default 0,
  satisfaction smallint check (satisfaction between 1 and 5),
  -- the big one that answers for many
  incident_id uuid references ticket,
  imported_from text unique,
  constraint closed_ticket_says_how check ((stage_class in ('closed', 'cancelled')) = (closed_at is not null)),
  constraint closed_ticket_was_told check (stage_class <> 'closed' or told_at is not null or imported_from is not null or incident_id is not null)
);
create index ticket_open_of_owner on ticket (owner_id) where closed_at is null;
create index ticket_open_of_department on ticket (department_id) where closed_at is null;
create index ticket_open_of_centre on ticket (centre_id, opened_at) where closed_at is null;
create index ticket_offered on ticket (offered_to_id) where offered_to_id is not null;
create index ticket_of_customer on ticket (customer_id, opened_at desc) where customer_id is not null;
create index ticket_of_place on ticket (place_id, opened_at desc) where place_id is not null;
create index ticket_of_incident on ticket (incident_id) where incident_id is not null;
create index ticket_newest on ticket (opened_at desc, id desc);
create index ticket_closed on ticket (closed_at) where closed_at is not null;

-- Texts on the timeline; events name them by id, so they can be erased.
create table note (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  -- internal: never seen by the customer; answer: what he was told; apology, explanation, statement
  kind text not null check (kind in ('internal', 'answer', 'apology', 'explanation', 'situation', 'result')),
  text text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  -- a reply that only sends the customer elsewhere does not stop the clock (ESCL-08)
  sends_elsewhere boolean not null default false,
  -- COMP-14: on the ground of which rule, and whether it was accepted
  rule text,
  accepted boolean,
  erased_at timestamptz(3)
);
create index note_of_ticket on note (ticket_id, at);

create table handover (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  from_id uuid not null references person,
  to_id uuid not null references person,
  -- over: to a colleague; up: to the superior, and the giver keeps sight; leave: moved in one act on absence or leaving
  way text not null check (way in ('over', 'up', 'leave', 'given')),
  reason text not null,
  offered_at timestamptz(3) not null,
  answer text check (answer in ('accepted', 'refused', 'withdrawn')),
  answer_reason text,
  answered_at timestamptz(3)
);
create index handover_of_ticket on handover (ticket_id);
create unique index one_open_handover_a_ticket on handover (ticket_id) where answer is null;

-- Who keeps a ticket in sight without being accountable for it.
create table ticket_sight (
  ticket_id uuid not null references ticket,
  person_id uuid not null references person,
  why text not null check (why in ('first_receiver', 'handed_up', 'superior', 'watching')),
  since timestamptz(3) not null,
  primary key (ticket_id, person_id)
);
create index sight_of_person on ticket_sight (person_id);

create table ticket_link (
  from_id uuid not null references ticket,
  to_id uuid not null references ticket,
  why text not null check (why in ('same_matter', 'from_visit', 'part_of', 'related')),
  primary key (from_id, to_id)
);
create index ticket_link_back on ticket_link (to_id);

-- A question for somebody above: what was chosen instead of a notice, what speaks for either side, and the answer.
create table ruling (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  commitment_id uuid,
  asked_by_id uuid references person,
  asked_at timestamptz(3) not null,
  asked_of text not null,
  question text not null,
  customer_interest text,
  firm_interest text,
  decision text,
  decided_by_id uuid references person,
  decided_at timestamptz(3),
  -- asked in error: the promise turned out kept, or its clock stood at the time
  withdrawn_at timestamptz(3),
  withdrawn_because text,
  constraint withdrawn_ruling_says_why check ((withdrawn_at is null) = (withdrawn_because is null))
);
create index ruling_of_ticket on ruling (ticket_id);
create index ruling_of_commitment on ruling (commitment_id) where commitment_id is not null;
create index ruling_waiting on ruling (asked_of, asked_at) where decided_at is null and withdrawn_at is null;

create table urging (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  work_order_id uuid,
  by_id uuid not null references person,
  to_id uuid not null references person,
  words text not null default '',
  -- the customer urged, or one of us
  on_behalf_of text not null check (on_behalf_of in ('customer', 'centre')),
  at timestamptz(3) not null,
  acknowledged_at timestamptz(3)
);
create index urging_of_ticket on urging (ticket_id);

-- One touch on one channel; feeds none, one or several tickets.
create table contact (
  id uuid primary key,
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('phone', 'visit', 'counter', 'letter', 'email', 'chat', 'wechat', 'sms', 'complaint_line', 'emergency_line', 'other')),
  written boolean not null default false,
  purpose text not null,
  customer_id uuid references customer,
  caller_name text,
  caller_phone text,
  place_id uuid references place,
  need text not null default '',
  outcome text not null default '',
  centre_id uuid not null references centre,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create index contact_of_customer on contact (customer_id, at desc);
create index contact_newest on contact (at desc, id desc);
create table contact_ticket (
  contact_id uuid not null references contact,
  ticket_id uuid not null references ticket,
  primary key (ticket_id, contact_id)
);
create index ticket_of_contact on contact_ticket (contact_id);
