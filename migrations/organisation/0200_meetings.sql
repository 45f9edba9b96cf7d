-- MEET-01 to -04: meetings called, held, recorded and signed; what each left to be done is an item of somebody's day plan.
create table meeting (
  id uuid primary key,
  centre_id uuid not null references centre,
  -- whose meeting; null: the whole centre's
  department_id uuid references department,
  sort text not null,
  sort_name jsonb not null,
  -- one of those owed period by period; false: called for an occasion, and keeps nothing
  regular boolean not null,
  title text not null,
  starts_at timestamptz(3) not null,
  room text not null,
  called_by_id uuid not null references person,
  called_at timestamptz(3) not null,
  chair_id uuid not null references person,
  recorder_id uuid not null references person,
  state text not null check (state in ('called', 'held', 'closed', 'cancelled')),
  held_at timestamptz(3),
  closed_at timestamptz(3),
  cancelled_because text,
  constraint held_meeting_says_when check ((state in ('held', 'closed')) = (held_at is not null)),
  constraint closed_meeting_is_signed check ((state = 'closed') = (closed_at is not null)),
  constraint cancelled_meeting_says_why check ((state = 'cancelled') = (cancelled_because is not null))
);
create index meeting_newest on meeting (starts_at desc, id desc);

create table meeting_member (
  meeting_id uuid not null references meeting,
  no integer not null,
  -- one of ours, or somebody of an outside firm by name
  person_id uuid references person,
  firm text not null default '',
  name text not null default '',
  answer text check (answer in ('comes', 'declined')),
  answer_words text not null default '',
  answered_at timestamptz(3),
  -- null until somebody says who came
  came boolean,
  primary key (meeting_id, no),
  constraint member_is_somebody check ((person_id is null) = (name <> ''))
);
create unique index member_invited_once on meeting_member (meeting_id, person_id) where person_id is not null;
create index meeting_of_member on meeting_member (person_id) where person_id is not null;

create table meeting_point (
  meeting_id uuid not null references meeting,
  no integer not null,
  title text not null,
  minutes text not null default '',
  decision text not null default '',
  -- carried over: what an earlier meeting left open
  item_id uuid references work_item,
  primary key (meeting_id, no)
);
create index meeting_point_of_item on meeting_point (item_id) where item_id is not null;

create table meeting_item (
  meeting_id uuid not null references meeting,
  no integer not null,
  sort text not null check (sort in ('problem', 'improvement')),
  -- who does it by when, and what came of it
  item_id uuid not null unique references work_item,
  primary key (meeting_id, no)
);

create table meeting_change (
  meeting_id uuid not null references meeting,
  no integer not null,
  before jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (meeting_id, no)
);

-- A regular meeting that is owed for a period, and the one that was held for it.
create table meeting_due (
  id uuid primary key,
  sort text not null,
  sort_name jsonb not null,
  centre_id uuid not null references centre,
  department_id uuid references department,
  post_id uuid not null references post,
  every text not null check (every in ('week', 'month', 'quarter')),
  begins text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  meeting_id uuid references meeting,
  dropped_at timestamptz(3)
);
create unique index meeting_due_once on meeting_due (sort, every, begins) where dropped_at is null;
create index meeting_due_newest on meeting_due (until_at desc, id desc);
