-- Channels that other systems bring: messengers and marketplaces, each by a connector.

-- the other side's own name of the thread; a group is a thread of many
alter table conversation add thread text;
alter table conversation add group_sort text check (group_sort in ('customer', 'internal'));
-- how one speaks in a group; null: as anywhere
alter table conversation add tone text check (tone in ('formal', 'friendly', 'brief'));
create unique index conversation_thread on conversation (channel_id, thread) where thread is not null;

-- when the other side said that it reached him; null: it does not say, or not yet
alter table message add delivered_at timestamptz(3);

-- Who is in a group, as the channel knows them.
create table group_member (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  address text not null,
  name text not null,
  sort text not null check (sort in ('customer', 'staff', 'other')),
  left_at timestamptz(3),
  unique (conversation_id, address)
);

-- Each message of a channel is taken in once: the row is written with it, under a digest of the other side's name of it.
create table channel_taken (
  channel_id uuid not null references channel,
  digest bytea not null,
  message_id uuid not null references message deferrable initially deferred,
  primary key (channel_id, digest)
);

-- Whose an address of a channel is: said by somebody here, never by the other side.
create table channel_binding (
  channel_id uuid not null references channel,
  address text not null,
  customer_id uuid not null references customer,
  at timestamptz(3) not null,
  primary key (channel_id, address)
);
create index channel_binding_customer on channel_binding (customer_id);
