-- What is written to us and by us, thread by thread, whichever channel carries it.

-- A way in and out: a mailbox now, others as they come. What is kept here changes seldom and is known of the house.
create table channel (
  id uuid primary key,
  kind text not null check (kind in ('mail')),
  name text not null,
  -- what customers write to, and what our answers come from; one channel each
  address text not null,
  centre_id uuid not null references centre,
  -- whose it is to answer; null: the front desk's
  department_id uuid references department,
  -- servers, ports, names; never a secret
  settings jsonb not null,
  secret text not null,
  made_by_id uuid not null references person,
  made_at timestamptz(3) not null,
  off_at timestamptz(3),
  ended_at timestamptz(3)
);
create unique index channel_address on channel (kind, lower(address)) where ended_at is null;
create constraint trigger house_changed after insert or update or delete on channel
  deferrable initially deferred for each row execute function raise_house_version();

-- How it goes with a channel; written by whichever node serves it.
create table channel_state (
  channel_id uuid primary key references channel,
  -- what was last looked at, in the channel's own terms
  place jsonb not null default '{}',
  checked_at timestamptz(3),
  -- since when nothing comes in, or nothing goes out; null: the last try went well
  failing_since timestamptz(3),
  fault text,
  send_failing_since timestamptz(3),
  send_fault text
);

-- what hangs on a message from outside was uploaded by nobody here
alter table file alter by_id drop not null;

create table conversation (
  id uuid primary key,
  channel_id uuid not null references channel,
  centre_id uuid not null references centre,
  department_id uuid references department,
  subject text not null,
  -- who writes: as the channel knows him, as he calls himself, and who that is once somebody knows
  correspondent text not null,
  correspondent_name text not null,
  customer_id uuid references customer,
  -- who answers; null: whoever takes it first
  owner_id uuid references person,
  -- since the first message that nobody has answered; null: nothing waits
  waiting_since timestamptz(3),
  closed_at timestamptz(3),
  closed_because text check (closed_because in ('answered', 'needs_none', 'spam')),
  began_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  constraint closed_waits_not check (closed_at is null or waiting_since is null),
  constraint closed_says_why check ((closed_at is null) = (closed_because is null))
);
create index conversation_waiting on conversation (waiting_since, id) where waiting_since is not null;
create index conversation_newest on conversation (last_at desc, id desc);
create index conversation_of_customer on conversation (customer_id, last_at desc);
create index conversation_of_owner on conversation (owner_id, last_at desc) where owner_id is not null;
create index conversation_correspondent on conversation (channel_id, correspondent, last_at desc);

create table message (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  -- in: from outside; out: from us; note: among ourselves
  direction text not null check (direction in ('in', 'out', 'note')),
  sort text not null default 'message' check (sort in ('message', 'automatic', 'bounce', 'unreadable')),
  state text not null check (state in ('there', 'waiting', 'sent', 'failed', 'bounced', 'recalled')),
  -- of ours; null: somebody outside
  author_id uuid references person,
  author_name text not null,
  author_address text not null,
  recipients jsonb not null default '[]',
  subject text not null,
  -- what was written, and what was only quoted or signed with: folded on the screen, never cut
  text text not null,
  quoted text not null default '',
  -- as it came, unsafe; made safe each time it is shown
  html text,
  -- the Message-ID of a mail; ours is fixed before the first try
  external_id text,
  -- the message it answers
  answers_id uuid references message,
  -- how it came, byte for byte
  raw_file_id uuid references file,
  contact_id uuid references contact,
  -- when it was written or sent, and when we had it
  at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  send_at timestamptz(3),
  tries integer not null default 0,
  fault text,
  constraint only_ours_wait check (direction = 'out' or state = 'there')
);
create index message_of_conversation on message (conversation_id, at, id);
create unique index message_sent_as on message (external_id) where direction = 'out';
create index message_came_as on message (external_id) where direction = 'in' and external_id is not null;
create index message_of_contact on message (contact_id) where contact_id is not null;
create index message_file_raw on message (raw_file_id) where raw_file_id is not null;

-- What hangs on a message; the file itself belongs to the message.
create table message_file (
  message_id uuid not null references message,
  file_id uuid not null references file,
  no integer not null,
  -- of a picture within the text
  content_id text,
  primary key (message_id, file_id)
);

-- Which matters a message opened or joined; it feeds none, one or several.
create table message_ticket (
  message_id uuid not null references message,
  ticket_id uuid not null references ticket,
  by_id uuid references person,
  at timestamptz(3) not null,
  primary key (message_id, ticket_id)
);
create index message_of_ticket on message_ticket (ticket_id);

-- Each mail of each mailbox is taken in once, whatever dies when: the row is written with its message.
create table mail_taken (
  channel_id uuid not null references channel,
  uid_validity bigint not null,
  uid bigint not null,
  message_id uuid not null references message,
  primary key (channel_id, uid_validity, uid)
);

-- Whoever stands at a desk and knows customers by their numbers may answer what they write.
update post set rights = rights || '{"conversation.see": "centre", "conversation.answer": "centre"}'::jsonb
  where rights ->> 'contact.record' = 'centre' and rights ->> 'customer.see_phone' = 'centre';
update post set rights = rights || '{"conversation.see": "organisation", "conversation.answer": "organisation"}'::jsonb
  where rights ->> 'contact.record' = 'organisation' and rights ->> 'customer.see_phone' = 'organisation';

create index search_entry_message_terms on search_entry using gin (terms) with (fastupdate = off) where subject_type = 'message';
