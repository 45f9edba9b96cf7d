-- Endpoints of other systems that are told of events. What is kept here changes seldom and is known of the house, so that an
-- event costs no look-up where nobody listens; how it goes with one stands beside it.
create table webhook (
  id uuid primary key,
  name text not null,
  url text not null,
  types text[] not null,
  secret text not null,
  -- valid beside the new one for a day, so that a receiver may change over without losing anything
  former_secret text,
  former_until timestamptz(3),
  made_by_id uuid not null references person,
  made_at timestamptz(3) not null,
  off_at timestamptz(3),
  off_because text check (off_because in ('by_hand', 'gone', 'failing')),
  ended_at timestamptz(3),
  constraint former_secret_ends check ((former_secret is null) = (former_until is null)),
  constraint off_says_why check ((off_at is null) = (off_because is null))
);
create constraint trigger house_changed after insert or update or delete on webhook
  deferrable initially deferred for each row execute function raise_house_version();

create table webhook_state (
  webhook_id uuid primary key references webhook,
  -- since when nothing has come through; null: the last one did
  failing_since timestamptz(3),
  last_success_at timestamptz(3)
);

-- What goes out to whom: the row is the permission to send it, and its record for 30 days. Its id is the webhook-id.
create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  -- counts what is sent in this organisation; the order of arrival is not promised, this says what came before what
  sequence bigint generated always as identity,
  type text not null,
  body jsonb not null,
  at timestamptz(3) not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
  tries integer not null default 0,
  next_at timestamptz(3),
  constraint waiting_has_a_time check ((state = 'waiting') = (next_at is not null))
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (webhook_id, at desc, id desc);
create index webhook_delivery_age on webhook_delivery using brin (at);

create table webhook_try (
  delivery_id uuid not null references webhook_delivery on delete cascade,
  no integer not null,
  at timestamptz(3) not null,
  milliseconds integer not null,
  -- what it answered with; null: nothing, and error says why
  status integer,
  answer text not null,
  error text,
  primary key (delivery_id, no)
);

-- Whoever administered people everywhere may now connect other systems too: nobody could give a right that nobody holds.
update post set rights = rights || '{"exchange.manage": "organisation"}'::jsonb where rights ->> 'people.edit' = 'organisation';
