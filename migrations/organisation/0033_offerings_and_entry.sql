-- CONS-02, WORK-08: what a centre offers and what is known of it, each fact a field of its own, in versions that say who changed
-- what when. Some dozens a centre: the search reads the newest version of each.
create table offering (
  id uuid primary key,
  centre_id uuid not null references centre,
  -- the kind of matter it is opened as; null: information only
  kind text,
  department_id uuid references department,
  version integer not null,
  closed_at timestamptz(3),
  constraint service_has_hands check ((kind is null) or (department_id is not null))
);
create index offering_of_centre on offering (centre_id);

create table offering_version (
  offering_id uuid not null references offering,
  version integer not null,
  -- each in three languages
  name jsonb not null,
  features jsonb not null,
  price jsonb not null,
  discount jsonb not null,
  steps jsonb not null,
  method jsonb not null,
  usual_time jsonb not null,
  published boolean not null,
  by_id uuid references person,
  at timestamptz(3) not null,
  primary key (offering_id, version)
);

-- which service a ticket was opened for, in the version that was read out
create table service_ticket (
  ticket_id uuid primary key references ticket,
  offering_id uuid not null,
  version integer not null,
  foreign key (offering_id, version) references offering_version
);
create index service_ticket_of_offering on service_ticket (offering_id);

-- CHAN-21: what comes in by the customer's page comes by a channel of its own.
alter table contact drop constraint contact_channel_check;
alter table contact add constraint contact_channel_check check (channel in ('phone', 'visit', 'counter', 'letter', 'email', 'chat',
  'wechat', 'sms', 'web', 'complaint_line', 'emergency_line', 'other'));

-- How a customer gets to his own matters: the link of one, a code that the desk gave him, and the session either opens. Only
-- digests are kept. Apart from the sessions of whoever works here.
create table customer_access (
  id uuid primary key,
  kind text not null check (kind in ('link', 'code', 'session')),
  hash text not null unique,
  -- one matter, or all of a customer's
  ticket_id uuid references ticket,
  customer_id uuid references customer,
  made_by_id uuid references person,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  revoked_at timestamptz(3),
  constraint access_to_one_thing check ((ticket_id is null) <> (customer_id is null))
);
create index customer_access_of_customer on customer_access (customer_id) where customer_id is not null;
create index customer_access_of_ticket on customer_access (ticket_id) where ticket_id is not null;
