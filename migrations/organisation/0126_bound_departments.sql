-- QUAL-01: which departments a rule of the house binds, and each one's word on the version in force.
create table article_binding (
  article_id uuid not null references article,
  department_id uuid not null references department,
  primary key (article_id, department_id)
);

create table article_acceptance (
  id uuid primary key,
  article_id uuid not null references article,
  version integer not null,
  department_id uuid not null references department,
  asked_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  confirmed_by_id uuid references person,
  constraint asked_once_a_version unique (article_id, version, department_id),
  constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by_id is null))
);
