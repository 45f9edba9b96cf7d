-- CHAN-24: contacts of relationship care that we begin: to one customer or a selected group, from a template, by the way each wants.
create table outreach (
  id uuid primary key,
  centre_id uuid not null references centre,
  name text not null,
  -- in each language, with places that fill themselves
  subject jsonb not null,
  text jsonb not null,
  -- by what its customers were selected; null: named one by one
  filters jsonb,
  per_hour integer not null check (per_hour between 1 and 3600),
  caller_id uuid not null references person,
  state text not null check (state in ('going', 'stopped', 'done')),
  by_id uuid not null references person,
  at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint done_outreach_says_when check ((state = 'done') = (ended_at is not null))
);
create index outreach_newest on outreach (at desc, id desc);

create table outreach_contact (
  id uuid primary key,
  outreach_id uuid not null references outreach,
  customer_id uuid not null references customer,
  state text not null check (state in ('waiting', 'written', 'to_call', 'called', 'not_reached', 'declined', 'no_way')),
  message_id uuid references message on delete set null,
  contact_id uuid references contact on delete set null,
  -- since when it stands so; null while it waits
  at timestamptz(3),
  by_id uuid references person,
  constraint waits_since_nothing check ((state = 'waiting') = (at is null)),
  unique (outreach_id, customer_id)
);
create index outreach_contact_waiting on outreach_contact (outreach_id, id) where state = 'waiting';
create index outreach_contact_to_call on outreach_contact (outreach_id, id) where state = 'to_call';
create index outreach_contact_of_customer on outreach_contact (customer_id);
create index outreach_contact_message on outreach_contact (message_id) where message_id is not null;
create index outreach_contact_contact on outreach_contact (contact_id) where contact_id is not null;

-- Whoever distributes and closes for the whole centre writes to its customers.
update post set rights = rights || '{"outreach.send": "centre"}'::jsonb where rights ->> 'ticket.close' = 'centre';

-- He may want to be called rather than written to.
alter table customer drop constraint customer_updates_check;
alter table customer add constraint customer_updates_check
  check (updates in ('any', 'none', 'phone', 'mail', 'chat', 'sms', 'wechat', 'wecom', 'connector'));
