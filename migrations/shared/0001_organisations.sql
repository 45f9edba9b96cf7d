-- Outside the organisations stand only their list and the job runner's own tables.
create table organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  schema text not null unique check (schema ~ '^org_[a-z0-9_]{1,40}$'),
  name text not null,
  pack text not null,
  hosts text[] not null default '{}',
  created_at timestamptz(3) not null
);
