-- Named acts in a row, kept as data: one person's own, or shared by a centre. What they were before stands in their versions.
create table macro (
  id uuid primary key,
  -- whose own it is; null: shared by the centre
  owner_id uuid references person,
  centre_id uuid not null references centre,
  version integer not null,
  retired_at timestamptz(3)
);
create index macro_of_owner on macro (owner_id) where retired_at is null;
create index macro_of_centre on macro (centre_id) where retired_at is null and owner_id is null;
create table macro_version (
  macro_id uuid not null references macro,
  version integer not null,
  name text not null,
  steps jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (macro_id, version)
);
