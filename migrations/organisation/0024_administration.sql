-- A new version of a kind taken over by what is already open: in batches, each ticket journalled, to be stopped at any time.
create table kind_move (
  id uuid primary key,
  kind text not null,
  version integer not null,
  -- former stage -> stage of the new version, for those that are not there any more
  stages jsonb not null,
  -- open tickets on former versions as it began
  total integer not null,
  moved integer not null default 0,
  -- the last one looked at; batches go by id
  after_id uuid,
  by_id uuid not null references person,
  begun_at timestamptz(3) not null,
  ended_at timestamptz(3),
  -- stopped by hand, or by another that began; null where it came to its end
  stopped_by_id uuid references person,
  constraint stopped_move_has_ended check (stopped_by_id is null or ended_at is not null)
);
create unique index one_move_a_kind on kind_move (kind) where ended_at is null;

-- Posts and departments as they stood after each change, with who and why: what an administrator puts back. Of those from
-- before this table, version 1 is written at their first change and says neither.
create table post_version (
  post_id uuid not null references post,
  version integer not null check (version > 0),
  content jsonb not null,
  by_id uuid,
  why text,
  at timestamptz(3) not null,
  primary key (post_id, version)
);
create table department_version (
  department_id uuid not null references department,
  version integer not null check (version > 0),
  content jsonb not null,
  by_id uuid,
  why text,
  at timestamptz(3) not null,
  primary key (department_id, version)
);

-- An administrator's own words for those of the screens, by language and key; never edited, each change a new version.
create table words_version (
  version integer primary key check (version > 0),
  content jsonb not null,
  by_id uuid,
  why text,
  at timestamptz(3) not null
);
create constraint trigger house_changed after insert or update or delete on words_version
  deferrable initially deferred for each row execute function raise_house_version();

-- The journal of administrative acts reads the newest of a few subjects among millions of events about tickets. `ticket_id is
-- null` keeps what belongs to a ticket out of it, so no write about a ticket touches this index.
create index event_of_administration on event (recorded_at desc, subject_id, seq desc)
  where ticket_id is null and subject_type in ('organisation', 'calendar', 'post', 'department', 'person', 'kind');
