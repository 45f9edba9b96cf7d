create table place (
  id uuid primary key,
  parent_id uuid references place,
  kind text not null check (kind in ('estate', 'building', 'unit', 'public_area', 'facility')),
  -- how people say it: 3-1202
  code text not null,
  name text not null,
  centre_id uuid not null references centre,
  -- a facility people's safety hangs on (lift, fire, gas, electricity): its repairs are visited sooner
  safety boolean not null default false,
  floor smallint,
  closed_at timestamptz(3),
  unique (centre_id, kind, code)
);
create index place_below on place (parent_id, kind, code);

create table customer (
  id uuid primary key,
  kind text not null check (kind in ('person', 'household', 'company')),
  name text not null,
  language text not null default 'zh-hans',
  vip boolean not null default false,
  note text,
  created_at timestamptz(3) not null,
  -- erased rows keep their id so that history still hangs together
  erased_at timestamptz(3)
);
create index customer_newest on customer (created_at desc, id desc) where erased_at is null;
create table customer_phone (
  customer_id uuid not null references customer,
  digits text not null,
  label text not null default '',
  first boolean not null default false,
  primary key (customer_id, digits)
);
-- by any collation's rules: a caller's number is looked up whole, and while it is being typed
create index customer_by_phone on customer_phone (digits text_pattern_ops);
-- the last digits are what a caller says
create index customer_by_phone_end on customer_phone (reverse(digits) text_pattern_ops);
create table customer_email (
  customer_id uuid not null references customer,
  address text not null,
  label text not null default '',
  primary key (customer_id, address)
);
create index customer_by_email on customer_email (lower(address));
-- who belongs to a household or company
create table customer_member (
  group_id uuid not null references customer,
  member_id uuid not null references customer,
  relation text not null default '',
  primary key (group_id, member_id)
);
create index customer_groups on customer_member (member_id);
create table customer_place (
  customer_id uuid not null references customer,
  place_id uuid not null references place,
  relation text not null check (relation in ('owner', 'resident', 'tenant', 'user')),
  since date,
  until date,
  primary key (customer_id, place_id, relation)
);
create index customer_of_place on customer_place (place_id);
