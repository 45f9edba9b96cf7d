-- The counter: who came and waits to be received, and how each visit went.
create table arrival (
  id uuid primary key,
  centre_id uuid not null references centre,
  -- as he said it, where he is not on file; it goes into the visit record as he leaves
  name text not null default '',
  customer_id uuid references customer,
  place_id uuid references place,
  purpose text not null,
  -- whom of ours he wants; null: whoever is free
  wanted_id uuid references person,
  by_id uuid not null references person,
  arrived_at timestamptz(3) not null,
  taken_at timestamptz(3),
  taken_by_id uuid references person,
  left_at timestamptz(3),
  outcome text check (outcome in ('settled', 'matter', 'sent_on', 'unserved')),
  contact_id uuid references contact,
  constraint arrival_says_who check (name <> '' or customer_id is not null or place_id is not null or left_at is not null),
  constraint taken_by_somebody check ((taken_at is null) = (taken_by_id is null)),
  constraint left_with_an_outcome check ((left_at is null) = (outcome is null)),
  constraint received_before_he_left check (left_at is null or outcome = 'unserved' or taken_at is not null)
);
-- who is here now: few at a time
create index arrival_here on arrival (centre_id, arrived_at) where left_at is null;
create index arrival_left on arrival (centre_id, left_at) where left_at is not null;
create unique index arrival_contact on arrival (contact_id) where contact_id is not null;
