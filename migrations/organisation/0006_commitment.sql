-- A promise with a clock and a ladder: the only place where promises live.
create table commitment (
  id uuid primary key,
  kind text not null,
  -- what it is about
  subject_type text not null,
  subject_id uuid not null,
  ticket_id uuid references ticket,
  -- what was promised, where words are needed beyond the kind (erasable)
  words text,
  owner_id uuid references person,
  post_id uuid references post,
  department_id uuid references department,
  centre_id uuid not null references centre,
  calendar_id uuid not null references calendar,
  calendar_version integer not null,
  -- ISO 8601 duration, same-day or end-of-working-day; null where one moment was promised, which nothing moves
  allowance text,
  -- what the allowance, and every share of it, is counted in
  basis text not null check (basis in ('working', 'clock')),
  rule_version integer not null default 1,
  started_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  state text not null check (state in ('running', 'paused', 'kept', 'late', 'cancelled')),
  -- of an ended one: when the thing happened, and whether that was in time
  settled_at timestamptz(3),
  outcome text check (outcome in ('kept', 'late', 'cancelled')),
  -- rungs as computed for this deadline: [{ at, when, do, to, ... }], climbed in order
  ladder jsonb not null,
  climbed smallint not null default 0,
  -- the highest rung climbed: how often it was climbed again, when it will be next, and whether anybody said "I have it"
  again smallint not null default 0,
  again_at timestamptz(3),
  acknowledged_at timestamptz(3),
  acknowledged_by_id uuid references person,
  -- the next rung, the next repetition, or the limit of the pause; null when nothing is left to do
  next_fire_at timestamptz(3),
  -- a row whose firing failed: set aside, shown, never stopping its batch
  set_aside_at timestamptz(3),
  set_aside_because text,
  -- a verdict is changed only by hand, and says why
  corrected_at timestamptz(3),
  corrected_by_id uuid references person,
  corrected_because text,
  constraint ended_commitment_says_when check ((state in ('kept', 'late', 'cancelled')) = (settled_at is not null and outcome is not null)),
  constraint ended_commitment_never_fires check (settled_at is null or next_fire_at is null),
  constraint nothing_sleeps_for_ever check (state <> 'paused' or next_fire_at is not null or set_aside_at is not null),
  constraint corrected_verdict_says_why check ((corrected_at is null) = (corrected_because is null))
);
-- the heart: what is due, and nothing else
create index commitment_to_fire on commitment (next_fire_at, id) where next_fire_at is not null;
create index commitment_of_ticket on commitment (ticket_id);
create index commitment_of_subject on commitment (subject_id, kind);
create index commitment_open_of_owner on commitment (owner_id, due_at) where settled_at is null;
create index commitment_open_of_department on commitment (department_id, due_at) where settled_at is null;
create index commitment_open_of_centre on commitment (centre_id, due_at) where settled_at is null;
-- the lists of visits still to be made and of slips still to be signed, worst first
create index commitment_open_of_visits on commitment (kind, due_at, id) where settled_at is null and subject_type = 'return_visit';
create index commitment_settled on commitment (settled_at) where settled_at is not null;
create index commitment_set_aside on commitment (set_aside_at) where set_aside_at is not null;

create table commitment_pause (
  commitment_id uuid not null references commitment on delete cascade,
  no smallint not null,
  reason text not null,
  by_id uuid references person,
  from_at timestamptz(3) not null,
  -- nothing sleeps for ever: at its limit the pause ends by itself
  limit_at timestamptz(3) not null,
  until_at timestamptz(3),
  primary key (commitment_id, no),
  constraint pause_has_a_limit check (limit_at > from_at)
);
create unique index one_open_pause_a_commitment on commitment_pause (commitment_id) where until_at is null;
-- figures count a promise in the period in which it fell due
create index commitment_due on commitment (due_at);
