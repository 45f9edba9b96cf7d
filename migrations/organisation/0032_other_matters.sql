-- COMP-15: disputes between households. What a household said stands in rows of its own, which are erased with it.
create table dispute_party (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  customer_id uuid references customer,
  -- of somebody who is not on file; of a customer what is on file counts
  name text not null default '',
  place_id uuid references place,
  added_by_id uuid not null references person,
  added_at timestamptz(3) not null,
  constraint party_is_somebody check (customer_id is not null or name <> '')
);
create unique index party_once on dispute_party (ticket_id, customer_id) where customer_id is not null;
create index dispute_party_of_ticket on dispute_party (ticket_id);
create index dispute_party_of_customer on dispute_party (customer_id) where customer_id is not null;

create table dispute_statement (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  party_id uuid not null references dispute_party,
  text text not null,
  -- not shown to the other side
  withheld boolean not null,
  taken_by_id uuid not null references person,
  taken_at timestamptz(3) not null,
  erased_at timestamptz(3)
);
create index dispute_statement_of_ticket on dispute_statement (ticket_id, taken_at);

create table dispute_attempt (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  held_at timestamptz(3) not null,
  held_by_id uuid not null references person,
  -- which parties came; who else was there in words
  parties uuid[] not null,
  others text not null default '',
  proposed text not null,
  result text not null check (result in ('agreed', 'closer', 'no_agreement', 'not_held')),
  words text not null default '',
  next_at timestamptz(3),
  recorded_at timestamptz(3) not null
);
create index dispute_attempt_of_ticket on dispute_attempt (ticket_id, held_at);

create table dispute_outcome (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  kind text not null check (kind in ('agreement', 'referral')),
  -- the terms agreed, or the papers given along
  terms text not null,
  referred_to text,
  -- by when somebody looks whether the agreement holds
  check_by timestamptz(3),
  by_id uuid not null references person,
  at timestamptz(3) not null,
  checked_at timestamptz(3),
  checked_by_id uuid references person,
  holds boolean,
  check_words text,
  -- it did not hold, or was taken back for another: mediation went on
  ended_at timestamptz(3),
  ended_because text,
  constraint outcome_is_whole check (
    (kind = 'agreement') = (check_by is not null) and (kind = 'referral') = (referred_to is not null)
    and (checked_at is null) = (holds is null) and (ended_at is null) = (ended_because is null))
);
-- one that stands; the guards of resolving and closing ask for it by ticket
create unique index dispute_outcome_standing on dispute_outcome (ticket_id) where ended_at is null;
create index dispute_outcome_of_ticket on dispute_outcome (ticket_id, at);

create table dispute_confirmation (
  outcome_id uuid not null references dispute_outcome,
  party_id uuid not null references dispute_party,
  way text not null check (way in ('signed', 'spoken')),
  at timestamptz(3) not null,
  by_id uuid not null references person,
  primary key (outcome_id, party_id)
);

-- An act that only a named role can do and that the next stage waits for, as the kind says. The last verdict counts; former ones stay.
create table approval (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  key text not null,
  verdict text not null check (verdict in ('approved', 'refused')),
  role text not null,
  words text not null default '',
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create index approval_of_ticket on approval (ticket_id, key, at desc);

-- CONS-08: a suggestion is passed to the department it concerns, which says what becomes of it.
create table proposal_pass (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  department_id uuid not null references department,
  words text not null default '',
  passed_by_id uuid not null references person,
  passed_at timestamptz(3) not null,
  became text check (became in ('adopted', 'partly', 'later', 'declined')),
  answer text,
  answered_by_id uuid references person,
  answered_at timestamptz(3),
  constraint answer_is_whole check (
    (became is null) = (answer is null) and (became is null) = (answered_by_id is null) and (became is null) = (answered_at is null))
);
-- one department at a time
create unique index proposal_pass_open on proposal_pass (ticket_id) where answered_at is null;
create index proposal_pass_of_ticket on proposal_pass (ticket_id, passed_at);
create index proposal_pass_of_department on proposal_pass (department_id, passed_at desc);

-- CONS-09: who carries it out by when, and when it was done. A plan that is made anew ends the one before.
create table proposal_plan (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  person_id uuid not null references person,
  due_at timestamptz(3) not null,
  words text not null,
  planned_by_id uuid not null references person,
  planned_at timestamptz(3) not null,
  ended_at timestamptz(3),
  realised_at timestamptz(3),
  realised_by_id uuid references person,
  result text,
  constraint realised_plan_is_whole check ((realised_at is null) = (realised_by_id is null) and (realised_at is null) = (result is null))
);
create unique index proposal_plan_standing on proposal_plan (ticket_id) where ended_at is null;
create index proposal_plan_of_ticket on proposal_plan (ticket_id, planned_at);

-- RECP-16: whom a compliment is about, passed to him and his head; and whether the modest standard answer was given.
create table compliment (
  ticket_id uuid primary key references ticket,
  answer text not null check (answer in ('standard', 'own')),
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create table compliment_about (
  id uuid primary key,
  ticket_id uuid not null references compliment,
  person_id uuid references person,
  department_id uuid references department,
  at timestamptz(3) not null,
  constraint about_somebody check (person_id is not null or department_id is not null)
);
create unique index compliment_once on compliment_about (ticket_id, person_id, department_id) nulls not distinct;
-- counted per person and department for a period
create index compliment_of_person on compliment_about (person_id, at) where person_id is not null;
create index compliment_of_department on compliment_about (department_id, at) where department_id is not null;
