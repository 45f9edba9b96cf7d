-- A rule that failed in a night: it was left for that night, the others went on, and the next night tries it again.
create table retention_fault (
  run_id uuid not null references retention_run on delete cascade,
  key text not null,
  at timestamptz(3) not null,
  -- what the database or the program calls it; never its words, which might name somebody
  fault text not null,
  primary key (run_id, key)
);
