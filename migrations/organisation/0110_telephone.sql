-- The telephone: exchanges that tell of their calls, whose phone is whose, and every call with what became of it.

create table telephone_system (
  id uuid primary key,
  name text not null,
  centre_id uuid not null references centre,
  -- where it is reached, which numbers are dialled for what; never a secret
  settings jsonb not null,
  secret text not null,
  made_by_id uuid not null references person,
  made_at timestamptz(3) not null,
  off_at timestamptz(3),
  ended_at timestamptz(3),
  -- how it goes with it; written by whichever node listens to it
  connected_at timestamptz(3),
  failing_since timestamptz(3),
  fault text
);

-- Whose phone rings where: one phone each, one person a phone.
create table extension (
  person_id uuid primary key references person,
  system_id uuid not null references telephone_system,
  -- what colleagues dial, and what the exchange calls it: PJSIP/agent1
  number text not null,
  endpoint text not null,
  unique (system_id, number),
  unique (system_id, endpoint)
);

create table phone_call (
  id uuid primary key,
  -- null: registered by hand
  system_id uuid references telephone_system,
  -- the exchange's own name for it
  key text not null,
  direction text not null check (direction in ('in', 'out')),
  number text,
  customer_id uuid references customer,
  -- what was dialled, and what that line is for
  line text,
  channel text not null check (channel in ('phone', 'complaint_line', 'emergency_line')),
  queue text,
  centre_id uuid not null references centre,
  began_at timestamptz(3) not null,
  joined_at timestamptz(3),
  rang_at timestamptz(3),
  answered_at timestamptz(3),
  answered_by_id uuid references person,
  -- after how many rings, by the length of a ring that held then
  rings integer check (rings > 0),
  held_ms integer not null default 0,
  muted_ms integer not null default 0,
  recording text,
  ended_at timestamptz(3),
  ended_by text check (ended_by in ('caller', 'agent', 'system')),
  cause integer,
  outcome text check (outcome in ('answered', 'abandoned', 'timed_out', 'rejected', 'failed')),
  -- nobody told its end: it was gone after a break
  unseen boolean not null default false,
  -- what it was about, once that is written down
  contact_id uuid references contact,
  -- what the exchange said of it so far; gone once it has ended
  notes jsonb,
  constraint phone_call_once unique (system_id, key),
  constraint answered_call_says_when check (outcome is distinct from 'answered' or answered_at is not null)
);
create index phone_call_newest on phone_call (began_at desc, id desc);
create index phone_call_open on phone_call (system_id) where ended_at is null;
create index phone_call_number on phone_call (number, began_at desc) where number is not null;
create index phone_call_customer on phone_call (customer_id, began_at desc) where customer_id is not null;
create index phone_call_contact on phone_call (contact_id) where contact_id is not null;
-- what waits to be written down after the call
create index phone_call_unwritten on phone_call (answered_by_id) where answered_by_id is not null and contact_id is null;

create table phone_offer (
  call_id uuid not null references phone_call,
  key text not null,
  number text,
  person_id uuid references person,
  at timestamptz(3) not null,
  answered_at timestamptz(3),
  ended_at timestamptz(3),
  -- null: it rings
  outcome text check (outcome in ('answered', 'busy', 'no_answer', 'rejected', 'cancelled', 'unreachable')),
  primary key (call_id, key)
);

-- A call handed on: told by the exchange, or written down by hand.
create table phone_transfer (
  id uuid primary key,
  call_id uuid not null references phone_call,
  -- the exchange's name for it; null: by hand
  key text,
  kind text not null check (kind in ('blind', 'attended')),
  from_id uuid references person,
  to_id uuid references person,
  -- the number it went to; null: only the person is known
  to_number text,
  reason text,
  at timestamptz(3) not null,
  outcome text check (outcome in ('taken', 'returned', 'lost')),
  constraint transfer_told_once unique (call_id, key),
  constraint transfer_goes_somewhere check (to_id is not null or to_number is not null)
);

-- When who was ready to take calls, and when not and why.
create table telephone_state (
  person_id uuid not null references person,
  since timestamptz(3) not null,
  until timestamptz(3),
  state text not null check (state in ('ready', 'paused')),
  reason text check (reason in ('break', 'meal', 'training', 'meeting', 'after_call', 'other', 'no_answer')),
  primary key (person_id, since)
);
create unique index telephone_state_now on telephone_state (person_id) where until is null;

-- What is asked of an exchange: the node that holds its line takes it there.
create table telephone_order (
  id uuid primary key,
  system_id uuid not null references telephone_system,
  call_id uuid references phone_call,
  by_id uuid not null references person,
  action jsonb not null,
  made_at timestamptz(3) not null,
  done_at timestamptz(3),
  -- null: it was done; else what the exchange said
  fault text
);
create index telephone_order_waiting on telephone_order (system_id, made_at) where done_at is null;
create index telephone_order_made on telephone_order (made_at);
