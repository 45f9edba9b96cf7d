-- CUST-09: the archives of customers, by department: what is filed in each, and when it was last looked after.
create table customer_archive (
  id uuid primary key,
  customer_id uuid not null unique references customer,
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  keeper_id uuid not null references person,
  opened_at timestamptz(3) not null,
  opened_by_id uuid not null references person,
  touched_at timestamptz(3) not null
);
create index customer_archive_of_department on customer_archive (department_id);

-- What was filed under which part; taken out again it stays with its reason.
create table customer_archive_entry (
  id uuid primary key,
  archive_id uuid not null references customer_archive,
  part text not null,
  title text not null,
  dated text,
  lies_at text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  withdrawn_by_id uuid references person,
  withdrawn_because text,
  constraint withdrawn_entry_says_who_and_why check
    ((withdrawn_at is null) = (withdrawn_by_id is null) and (withdrawn_at is null) = (withdrawn_because is null))
);
create index customer_archive_entry_of_archive on customer_archive_entry (archive_id, at);

-- Somebody went through it and put it in order.
create table customer_archive_look (
  id uuid primary key,
  archive_id uuid not null references customer_archive,
  remark text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create index customer_archive_look_of_archive on customer_archive_look (archive_id, at);

-- As its keeper and department stood before.
create table customer_archive_change (
  archive_id uuid not null references customer_archive,
  no integer not null,
  before jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (archive_id, no)
);
