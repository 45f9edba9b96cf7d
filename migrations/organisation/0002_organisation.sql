create table calendar (
  id uuid primary key,
  key text not null unique,
  name jsonb not null
);
-- Rules are never edited: a change is a new version, with who and why.
create table calendar_version (
  calendar_id uuid not null references calendar,
  version integer not null check (version > 0),
  rules jsonb not null,
  by_id uuid,
  why text,
  at timestamptz(3) not null,
  primary key (calendar_id, version)
);

create table centre (
  id uuid primary key,
  name text not null,
  phone text,
  complaint_line text,
  address text,
  zone text not null,
  reception_calendar_id uuid not null references calendar
);

create table department (
  id uuid primary key,
  key text not null unique,
  centre_id uuid not null references centre,
  name jsonb not null,
  calendar_id uuid not null references calendar,
  -- an outside firm is a department whose people may have no account
  outside_firm boolean not null default false,
  phone text,
  closed_at timestamptz(3)
);

-- Rights belong to posts: { "ticket.open": "centre", ... } action -> scope (own, department, centre, organisation).
create table post (
  id uuid primary key,
  key text not null unique,
  name jsonb not null,
  centre_id uuid not null references centre,
  department_id uuid references department,
  rights jsonb not null,
  -- who hears of lateness next; null at the top
  superior_post_id uuid references post,
  -- what ladders call it: one of src/organisation/role.ts
  role text not null,
  never_empty boolean not null default false,
  -- how many deputies may be named
  most_deputies smallint not null default 2,
  closed_at timestamptz(3)
);

create table person (
  id uuid primary key,
  username text not null unique,
  name text not null,
  phone text,
  email text,
  language text not null default 'zh-hans' check (language in ('en', 'zh-hans', 'zh-hant')),
  preferences jsonb not null default '{}',
  skills text[] not null default '{}',
  on_duty boolean not null default false,
  duty_changed_at timestamptz(3),
  joined_at timestamptz(3) not null,
  left_at timestamptz(3)
);

create table person_post (
  person_id uuid not null references person,
  post_id uuid not null references post,
  -- 1, 2, ... for deputies in their order; null for the holder
  deputy_rank smallint check (deputy_rank > 0),
  since timestamptz(3) not null,
  primary key (person_id, post_id)
);
create index person_of_post on person_post (post_id);

create table absence (
  id uuid primary key,
  person_id uuid not null references person,
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  reason text not null,
  -- who took over what was open
  successor_id uuid references person,
  -- when it began and everything open moved; null until then, for one may be reported ahead
  begun_at timestamptz(3),
  ended_at timestamptz(3)
);
create index absence_of_person on absence (person_id) where ended_at is null;

-- Kinds as the pack shipped them (version 1) and as administrators changed them since; tickets pin one.
create table kind_version (
  key text not null,
  version integer not null,
  definition jsonb not null,
  by_id uuid,
  why text,
  at timestamptz(3) not null,
  primary key (key, version)
);

-- What belongs to no kind: limits of the house, severities, pauses, quiet hours; never edited, each change a new version.
create table settings_version (
  version integer primary key check (version > 0),
  content jsonb not null,
  by_id uuid,
  why text,
  at timestamptz(3) not null
);

create table draft (
  subject text not null,
  person_id uuid not null references person,
  content jsonb not null,
  at timestamptz(3) not null,
  primary key (subject, person_id)
);

create table notification (
  id uuid primary key,
  person_id uuid not null references person,
  type text not null,
  ticket_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  params jsonb not null default '{}',
  made_at timestamptz(3) not null,
  -- later than made_at by the undo delay, or by quiet hours, which hold messages but never the clock
  deliver_at timestamptz(3) not null,
  needs_acknowledgement boolean not null default false,
  read_at timestamptz(3),
  acknowledged_at timestamptz(3)
);
create index notification_of_person on notification (person_id, deliver_at desc, id desc);
create index notification_unread on notification (person_id) where read_at is null;
-- what was said about a thing: taken back with it, or replaced by the next
create index notification_about on notification (subject_id, person_id);
