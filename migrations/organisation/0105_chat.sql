-- Live chat: what a conversation is besides, while both sides are there.
create table chat (
  conversation_id uuid primary key references conversation,
  -- sha-256 of what the visitor's browser keeps; who holds it is the visitor
  secret_hash text not null unique,
  language text not null check (language in ('en', 'zh-hans', 'zh-hant')),
  -- left: written while nobody was there, to be answered like a letter
  phase text not null check (phase in ('left', 'waiting', 'on', 'ended')),
  -- his place in the queue; kept when whoever had him gives him back
  queued_at timestamptz(3),
  -- whose it is to be; null: anybody's who answers at the centre
  department_id uuid references department,
  -- who spoke with him before, by what his browser showed
  last_agent_id uuid references person,
  -- who is asked to take him, and until when he may say so
  offered_to_id uuid references person,
  offer_ends_at timestamptz(3),
  -- who hands him over, and has him until another takes him; null: nobody does
  given_by_id uuid references person,
  taken_at timestamptz(3),
  ended_at timestamptz(3),
  ended_by text check (ended_by in ('visitor', 'us')),
  rating smallint check (rating between 1 and 5),
  rating_words text not null default '',
  rated_at timestamptz(3),
  constraint offered_until check ((offered_to_id is null) = (offer_ends_at is null)),
  constraint waiting_in_line check (phase <> 'waiting' or queued_at is not null),
  constraint ended_by_somebody check ((phase = 'ended') = (ended_at is not null)),
  constraint rated_when check ((rating is null) = (rated_at is null))
);
create index chat_waiting on chat (queued_at, conversation_id) where phase = 'waiting';
create index chat_of_offered on chat (offered_to_id) where offered_to_id is not null;
create index chat_handed_over on chat (given_by_id) where given_by_id is not null;
create index chat_taken on chat (taken_at) where taken_at is not null;

-- What the visitor has been shown, counted: `no` is given under the lock of the conversation, so that nothing slips in before it.
create table chat_line (
  conversation_id uuid not null references chat,
  no integer not null,
  message_id uuid not null unique references message,
  primary key (conversation_id, no)
);

-- Who takes chats now, and if not, why.
create table chat_agent (
  person_id uuid primary key references person,
  state text not null check (state in ('ready', 'away')),
  -- of away: by his own word, or because an offer went by, or his screen went
  reason text check (reason in ('break', 'meeting', 'training', 'wrap_up', 'other', 'missed', 'gone')),
  since timestamptz(3) not null,
  -- a screen of his was connected
  seen_at timestamptz(3) not null,
  -- since when nobody new was given to him
  idle_since timestamptz(3) not null,
  constraint away_says_why check ((state = 'away') = (reason is not null))
);
