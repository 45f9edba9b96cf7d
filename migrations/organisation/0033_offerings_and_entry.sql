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
