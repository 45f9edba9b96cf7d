-- RECP-15: each time a request is declined as excessive, its reason, and what the supervisor says of the refusal.
create table declined_request (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  reason text not null,
  -- null: a program did
  by_id uuid references person,
  at timestamptz(3) not null,
  -- whose it is to review; null: nobody stands above whoever declined it, and nobody is asked
  reviewer_id uuid references person,
  verdict text check (verdict in ('confirmed', 'sent_back')),
  words text,
  reviewed_by_id uuid references person,
  reviewed_at timestamptz(3),
  -- opened again by other ways before anybody had reviewed it: nothing is left to review
  lapsed_at timestamptz(3),
  constraint reviewed_is_whole check ((verdict is null) = (reviewed_at is null) and (verdict is null) = (reviewed_by_id is null)),
  constraint sent_back_says_why check (verdict is distinct from 'sent_back' or words <> ''),
  constraint reviewed_or_lapsed check (verdict is null or lapsed_at is null)
);
create index declined_request_of on declined_request (ticket_id, at);
create index declined_request_newest on declined_request (at desc, id desc);
