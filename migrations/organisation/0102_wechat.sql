-- WeChat: a code is scanned, and whose address that is, or of which unit, is known.

alter table channel_binding alter customer_id drop not null;
alter table channel_binding add place_id uuid references place;
alter table channel_binding add constraint bound_to_something check (customer_id is not null or place_id is not null);

-- What a code stands for: a unit, as often as anybody scans it, or a customer, once and for a day.
create table channel_scene (
  id uuid primary key,
  channel_id uuid not null references channel,
  scene text not null,
  place_id uuid references place,
  customer_id uuid references customer,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  -- what the code says; null: the other side has not told it yet
  url text,
  until timestamptz(3),
  used_at timestamptz(3),
  unique (channel_id, scene),
  constraint scene_of_one check ((customer_id is null) <> (place_id is null))
);
create unique index channel_scene_place on channel_scene (channel_id, place_id) where place_id is not null;
