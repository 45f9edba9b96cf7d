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

-- One act on many tickets: what came of it on each, and what taking it back needs. The same act on the same ticket is done once.
create table bulk_act (
  bulk_id uuid not null,
  ticket_id uuid not null references ticket,
  act text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  refused jsonb,
  undo jsonb,
  undone_at timestamptz(3),
  primary key (bulk_id, ticket_id)
);

-- A list somebody looks at often: his own, or shared with a post, a department or the centre.
create table saved_view (
  id uuid primary key,
  name text not null,
  list text not null default 'tickets' check (list in ('tickets')),
  filters jsonb not null,
  columns jsonb,
  owner_id uuid not null references person,
  post_id uuid references post,
  department_id uuid references department,
  centre_id uuid references centre,
  at timestamptz(3) not null,
  constraint shared_with_one_at_most check (num_nonnulls(post_id, department_id, centre_id) <= 1)
);
create index saved_view_of_owner on saved_view (owner_id);
create index saved_view_shared on saved_view (coalesce(post_id, department_id, centre_id)) where num_nonnulls(post_id, department_id, centre_id) = 1;

-- what people had kept for themselves so far stood among their drafts
insert into saved_view (id, name, filters, owner_id, at)
select gen_random_uuid(), left(v ->> 'name', 60), v -> 'filters', d.person_id, d.at
from draft d cross join lateral jsonb_array_elements(
  case when d.content #>> '{}' ~ '^\[.*\]$' then (d.content #>> '{}')::jsonb else '[]' end) v
where d.subject = 'tickets/views' and v ->> 'name' <> '' and jsonb_typeof(v -> 'filters') = 'object';
delete from draft where subject = 'tickets/views';
