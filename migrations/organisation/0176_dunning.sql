-- FEE-02, FEE-03: whoever has not paid by the due day is followed up step by step, until nothing is overdue any more.
create table dunning (
  id uuid primary key,
  centre_id uuid not null references centre,
  customer_id uuid not null references customer,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3)
);
create unique index dunned_once on dunning (centre_id, customer_id) where closed_at is null;
create index dunning_newest on dunning (opened_at desc, id desc);
create index dunning_of_customer on dunning (customer_id);

create table dunning_step (
  id uuid primary key,
  dunning_id uuid not null references dunning,
  sort text not null check (sort in ('notice', 'contact')),
  way text not null check (way in ('printed', 'written', 'phone', 'visit', 'counter')),
  -- what was overdue then
  amount integer not null check (amount > 0),
  reached boolean not null,
  outcome text not null default '',
  -- on which day somebody looks again; always said
  next_day text not null,
  message_id uuid references message on delete set null,
  contact_id uuid references contact on delete set null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint notice_goes_out check ((sort = 'notice') = (way in ('printed', 'written')))
);
create index dunning_step_of on dunning_step (dunning_id, at);
create index dunning_step_message on dunning_step (message_id) where message_id is not null;
create index dunning_step_contact on dunning_step (contact_id) where contact_id is not null;
