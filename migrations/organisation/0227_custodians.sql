-- ASGN-01, ASGN-02: which customers are given to whom, in which act, and the contacts that are owed with them.
create table custodian_distribution (
  id uuid primary key,
  centre_id uuid not null references centre,
  -- how it was proposed: those with nobody, or everybody anew
  whom text not null check (whom in ('without', 'all')),
  why text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  undone_at timestamptz(3),
  undone_by_id uuid references person,
  undone_why text,
  constraint undone_distribution_says_who_and_why check
    ((undone_at is null) = (undone_by_id is null) and (undone_at is null) = (undone_why is null))
);
create index custodian_distribution_newest on custodian_distribution (at desc, id desc);

create table custodian (
  id uuid primary key,
  customer_id uuid not null references customer,
  person_id uuid not null references person,
  centre_id uuid not null references centre,
  distribution_id uuid references custodian_distribution,
  from_at timestamptz(3) not null,
  by_id uuid not null references person,
  why text not null,
  until_at timestamptz(3),
  ended_as text check (ended_as in ('passed_on', 'taken_away', 'undone', 'left', 'erased')),
  -- null: it followed by itself
  ended_by_id uuid references person,
  constraint ended_custodian_says_how check ((until_at is null) = (ended_as is null))
);
create unique index one_custodian_at_a_time on custodian (customer_id) where until_at is null;
create index custodian_of_customer on custodian (customer_id, from_at desc);
create index custodian_of_person on custodian (person_id) where until_at is null;
create index custodian_of_distribution on custodian (distribution_id) where distribution_id is not null;

-- How many customers somebody can take beside the others, in per cent of what is usual; each time it was said.
create table specialist_ability (
  person_id uuid not null references person,
  version integer not null check (version > 0),
  percent integer not null check (percent between 10 and 300),
  why text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (person_id, version)
);

-- A contact that is owed with an assigned customer: the first one, and those that his class wants after it.
create table custodian_contact (
  id uuid primary key,
  custodian_id uuid not null references custodian,
  customer_id uuid not null references customer,
  person_id uuid not null references person,
  sort text not null check (sort in ('first', 'regular')),
  asked_at timestamptz(3) not null,
  contact_id uuid references contact,
  done_at timestamptz(3),
  dropped_at timestamptz(3),
  constraint done_contact_is_recorded check ((done_at is null) = (contact_id is null)),
  constraint dropped_contact_was_not_made check (done_at is null or dropped_at is null)
);
create unique index one_owed_contact_at_a_time on custodian_contact (customer_id) where done_at is null and dropped_at is null;
create index custodian_contact_newest on custodian_contact (asked_at desc, id desc);
create index custodian_contact_of_custodian on custodian_contact (custodian_id);

-- Nobody was reached: what was tried stands, the contact is owed as before.
create table custodian_attempt (
  custodian_contact_id uuid not null references custodian_contact,
  contact_id uuid not null references contact,
  primary key (custodian_contact_id, contact_id)
);
