-- RECP-06, RECP-07, RECP-13, CHAN-10: checklists walked by a post, day by day.
create table round_plan (
  id uuid primary key,
  -- the pack's name for it; null: made here
  key text,
  centre_id uuid not null references centre,
  version integer not null,
  closed_at timestamptz(3)
);
create unique index round_plan_of_pack on round_plan (centre_id, key) where key is not null;

-- every version as it held, with who and why; a round keeps to the one it was begun on
create table round_plan_version (
  plan_id uuid not null references round_plan,
  version integer not null,
  content jsonb not null,
  post_id uuid not null references post,
  -- whom a failed line is offered; null: whoever found it keeps it
  follow_up_post_id uuid references post,
  by_id uuid references person,
  why text,
  at timestamptz(3) not null,
  primary key (plan_id, version)
);

create table round (
  id uuid primary key,
  plan_id uuid not null references round_plan,
  version integer not null,
  centre_id uuid not null references centre,
  post_id uuid not null references post,
  department_id uuid references department,
  -- the first day of its day, week or month, where the centre stands
  begins text not null check (begins ~ '^\d{4}-\d{2}-\d{2}$'),
  from_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  faults smallint not null default 0,
  -- when it was done on the spot, and when that was heard of
  done_at timestamptz(3),
  recorded_at timestamptz(3),
  done_by_id uuid references person,
  -- not owed any more: its plan was changed or given up before it began
  dropped_at timestamptz(3),
  constraint done_round_says_who check ((done_at is null) = (done_by_id is null)),
  foreign key (plan_id, version) references round_plan_version
);
create unique index round_once_a_period on round (plan_id, begins) where dropped_at is null;
-- lists run along the deadline; at a million rounds a page costs what it shows
create index round_newest on round (due_at desc, id desc) where dropped_at is null;
create index round_of_plan on round (plan_id, due_at desc, id desc) where dropped_at is null;
create index round_open on round (due_at, id) where dropped_at is null and done_at is null;

-- what was found at a line; corrected, the former result stays under its lower number
create table round_result (
  round_id uuid not null references round,
  line text not null,
  no smallint not null,
  plan_id uuid not null references round_plan,
  result text not null check (result in ('ok', 'fault')),
  count integer check (count >= 0),
  note text not null default '',
  photo_ids uuid[] not null default '{}',
  by_id uuid not null references person,
  at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  -- what a fault led to, and whether that was open already from an earlier round
  ticket_id uuid references ticket,
  known boolean not null default false,
  primary key (round_id, line, no),
  constraint fault_says_what check (result = 'ok' or note <> ''),
  constraint fault_has_a_follow_up check ((result = 'fault') = (ticket_id is not null))
);
create index round_result_follow_up on round_result (plan_id, line, at desc) where ticket_id is not null;
create index round_result_of_ticket on round_result (ticket_id) where ticket_id is not null;
create index round_result_of_person on round_result (by_id, round_id);

-- CHAN-10: each letter found in a box is turned into a case, or says why it needs none
create table round_letter (
  id uuid primary key,
  round_id uuid not null references round,
  line text not null,
  ticket_id uuid references ticket,
  contact_id uuid references contact,
  reason text,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint letter_is_dealt_with check ((ticket_id is null) = (reason is not null))
);
create index round_letter_of_round on round_letter (round_id, at);
