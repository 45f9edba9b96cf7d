-- A list that comes in from a file: what is read of it stands here until it has been looked at, taken and, within thirty days, perhaps
-- taken back. Rows hold personal data as the file gave them: they are deleted after thirty days, and emptied when their customer is erased.
create table list_import (
  id uuid primary key,
  list text not null check (list in ('customers', 'places', 'people', 'tickets')),
  file_name text not null,
  person_id uuid not null references person,
  -- what a token may do that started it; null: all that its person may
  only_rights text[],
  headers jsonb not null,
  -- field to column, as guessed or chosen by hand; the next file with the same headers is read so
  mapping jsonb not null,
  state text not null check (state in ('ready', 'previewing', 'previewed', 'running', 'done', 'stopped', 'undoing', 'undone')),
  stop_asked boolean not null default false,
  rows integer not null,
  -- of the preview, the run or the undoing, whichever is the last
  done integer not null default 0,
  made_at timestamptz(3) not null,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  -- who works on it now, and until when others leave it to him
  lease uuid,
  leased_until timestamptz(3),
  forgotten_at timestamptz(3)
);
create index list_import_newest on list_import (made_at desc, id desc);
-- the runner asks for what is to be done; hardly anything ever is
create index list_import_to_do on list_import (made_at) where state in ('previewing', 'running', 'undoing');

create table list_import_row (
  import_id uuid not null references list_import on delete cascade,
  -- as the spreadsheet counts them
  line integer not null,
  cells jsonb not null,
  result text check (result in ('new', 'changed', 'same', 'refused')),
  -- why it is refused: field, code and what the code speaks of
  why jsonb,
  -- what stands or stood in the fields it changes, as people read it
  former jsonb,
  subject_id uuid,
  -- the subject's version once it was taken, moved on by later rows of the same file: whatever has happened since shows
  version integer,
  -- what taking it back needs
  before jsonb,
  undone text check (undone in ('undone', 'kept')),
  primary key (import_id, line)
);
-- a page of those refused, and counts by result
create index list_import_row_result on list_import_row (import_id, result, line);
-- whoever is erased is found in every file he came with
create index list_import_row_subject on list_import_row (subject_id) where subject_id is not null;

-- How other systems call what came from them.
create table external_id (
  list text not null,
  value text not null,
  subject_id uuid not null,
  primary key (list, value)
);
create index external_id_of_subject on external_id (subject_id);
-- a file names the household or company somebody belongs to
create index customer_group_by_name on customer (name) where kind in ('household', 'company') and erased_at is null;
