-- The handover note of a post's shift: written from what is open, completed by hand, accepted by the next.
create table shift_note (
  id uuid primary key,
  centre_id uuid not null references centre,
  post_id uuid not null references post,
  department_id uuid references department,
  from_at timestamptz(3) not null,
  -- what stood at the moment of writing: ids, keys, moments and numbers, with what was remarked on each
  lines jsonb not null,
  figures jsonb not null,
  text text not null,
  by_id uuid not null references person,
  handed_at timestamptz(3) not null,
  -- null: whoever takes the post next
  to_id uuid references person,
  accepted_by_id uuid references person,
  accepted_at timestamptz(3),
  remark text,
  constraint accepted_note_says_who check ((accepted_at is null) = (accepted_by_id is null)),
  constraint nobody_accepts_his_own_note check (accepted_by_id is null or accepted_by_id <> by_id)
);
create index shift_note_newest on shift_note (handed_at desc, id desc);
create index shift_note_of_post on shift_note (post_id, handed_at desc);

-- RECP-09: what disturbed the order of the centre.
create table disturbance (
  id uuid primary key,
  centre_id uuid not null references centre,
  happened_at timestamptz(3) not null,
  place_id uuid references place,
  spot text not null default '',
  sort text not null,
  people_involved text not null default '',
  happened text not null,
  measures text not null default '',
  told_ids uuid[] not null default '{}',
  told_others text not null default '',
  by_id uuid not null references person,
  recorded_at timestamptz(3) not null,
  restored_at timestamptz(3),
  restored_by_id uuid references person,
  constraint disturbance_was_somewhere check (place_id is not null or spot <> ''),
  constraint restored_order_says_how check (restored_at is null or measures <> '')
);
create index disturbance_newest on disturbance (happened_at desc, id desc);

create table disturbance_change (
  disturbance_id uuid not null references disturbance,
  no smallint not null,
  -- the fields that were changed, as they stood
  before jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (disturbance_id, no)
);

-- ASGN-06, RECP-14: plans and orders taken over from above, and external receptions; broken into items.
create table work_plan (
  id uuid primary key,
  centre_id uuid not null references centre,
  sort text not null check (sort in ('plan', 'order', 'reception')),
  title text not null,
  text text not null default '',
  giver_id uuid references person,
  received_at timestamptz(3) not null,
  by_id uuid not null references person,
  due_at timestamptz(3) not null,
  guest_body text,
  held_at timestamptz(3),
  host_id uuid references person,
  programme text,
  report text,
  reported_at timestamptz(3),
  reported_by_id uuid references person,
  constraint reception_is_whole check (sort <> 'reception' or (guest_body is not null and held_at is not null and host_id is not null and programme is not null)),
  constraint reported_plan_says_what check ((reported_at is null) = (report is null))
);
create index work_plan_newest on work_plan (received_at desc, id desc);
create index work_plan_open on work_plan (due_at, id) where reported_at is null;

-- ASGN-07: what each is to do by when, what is done, and what was checked with which remark
create table work_item (
  id uuid primary key,
  plan_id uuid references work_plan,
  centre_id uuid not null references centre,
  title text not null,
  person_id uuid not null references person,
  due_at timestamptz(3) not null,
  by_id uuid not null references person,
  given_at timestamptz(3) not null,
  read_at timestamptz(3),
  begun_at timestamptz(3),
  done_at timestamptz(3),
  outcome text,
  checked_at timestamptz(3),
  checked_by_id uuid references person,
  passed boolean,
  remark text,
  constraint checked_item_was_done check (checked_at is null or (done_at is not null and passed is not null)),
  constraint done_item_says_what check ((done_at is null) = (outcome is null))
);
create index work_item_of_person on work_item (person_id, due_at);
create index work_item_of_centre on work_item (centre_id, due_at);
create index work_item_of_plan on work_item (plan_id) where plan_id is not null;

create table work_item_move (
  item_id uuid not null references work_item,
  no smallint not null,
  from_id uuid not null references person,
  to_id uuid not null references person,
  why text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (item_id, no)
);

-- a check that did not pass, kept when the item is done again
create table work_item_check (
  item_id uuid not null references work_item,
  no smallint not null,
  outcome text not null,
  done_at timestamptz(3) not null,
  passed boolean not null,
  remark text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (item_id, no)
);

-- ASGN-03: what a post owes, in versions, and who confirmed that he understands it
create table duty_statement (
  post_id uuid not null references post,
  version integer not null,
  text text not null,
  by_id uuid references person,
  why text,
  at timestamptz(3) not null,
  primary key (post_id, version)
);

create table duty_confirmation (
  id uuid primary key,
  post_id uuid not null,
  version integer not null,
  person_id uuid not null references person,
  asked_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  unique (post_id, version, person_id),
  foreign key (post_id, version) references duty_statement
);
create index duty_confirmation_open on duty_confirmation (person_id) where confirmed_at is null;
