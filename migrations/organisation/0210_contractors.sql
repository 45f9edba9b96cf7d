-- EXTR-06: contractors of services, what is owed on them period by period, what was found point by point, and what they mended.
create table contractor (
  id uuid primary key,
  centre_id uuid not null references centre,
  name text not null,
  -- keys of the services of the house
  services text[] not null,
  contact text not null default '',
  phone text not null default '',
  agreement text not null default '',
  -- last day of the agreement; null: none was agreed
  agreed_until text,
  about text not null default '',
  -- who of ours looks after it
  person_id uuid not null references person,
  -- how often it is checked; null: as each service says
  every text check (every in ('week', 'month', 'quarter')),
  by_id uuid not null references person,
  at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint contractor_does_something check (cardinality(services) > 0)
);
create index contractor_by_name on contractor (name, id);

create table contractor_check (
  id uuid primary key,
  contractor_id uuid not null references contractor,
  service text not null,
  service_name jsonb not null,
  checked_at timestamptz(3) not null,
  verdict text not null check (verdict in ('pass', 'fail')),
  remark text not null default '',
  by_id uuid not null references person,
  recorded_at timestamptz(3) not null
);
create index contractor_check_newest on contractor_check (checked_at desc, id desc);
create index contractor_check_of on contractor_check (contractor_id, checked_at);

create table contractor_check_point (
  check_id uuid not null references contractor_check,
  no integer not null,
  point text not null,
  name jsonb not null,
  verdict text not null check (verdict in ('pass', 'fail')),
  primary key (check_id, no)
);

-- A period in which a service is to be checked.
create table contractor_due (
  id uuid primary key,
  contractor_id uuid not null references contractor,
  service text not null,
  every text not null check (every in ('week', 'month', 'quarter')),
  begins text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  -- the first check after it began; null: not checked yet
  check_id uuid references contractor_check,
  dropped_at timestamptz(3)
);
create unique index contractor_due_once on contractor_due (contractor_id, service, every, begins) where dropped_at is null;
create index contractor_due_latest on contractor_due (until_at desc, id desc);

-- What was not conform, and the improvement asked.
create table contractor_fault (
  id uuid primary key,
  check_id uuid not null references contractor_check,
  contractor_id uuid not null references contractor,
  service text not null,
  point_name jsonb not null,
  not_conform text not null,
  improvement text not null,
  asked_at timestamptz(3) not null,
  -- by when it was to be mended first, and by when as it stands: another day where it was not
  first_due_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  mended_at timestamptz(3)
);
create index contractor_fault_newest on contractor_fault (asked_at desc, id desc);
create index contractor_fault_of on contractor_fault (contractor_id, asked_at);
create index contractor_fault_of_check on contractor_fault (check_id);

-- Somebody looked again.
create table contractor_follow_up (
  fault_id uuid not null references contractor_fault,
  no integer not null,
  verdict text not null check (verdict in ('mended', 'not_mended')),
  result text not null,
  -- by when it was to be mended
  due_at timestamptz(3) not null,
  next_due_at timestamptz(3),
  seen_at timestamptz(3) not null,
  by_id uuid not null references person,
  recorded_at timestamptz(3) not null,
  primary key (fault_id, no),
  constraint not_mended_has_another_day check ((verdict = 'not_mended') = (next_due_at is not null))
);

-- As the register said before.
create table contractor_change (
  contractor_id uuid not null references contractor,
  no integer not null,
  before jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (contractor_id, no)
);

-- What was found stays. Only words in it may go, as whoever they are about is erased.
create function contractor_finding_stays() returns trigger language plpgsql as $$
declare
  words constant text[] := array['remark', 'result'];
begin
  if tg_op = 'DELETE' or to_jsonb(new) - words is distinct from to_jsonb(old) - words then
    raise exception 'what a check of a contractor found is never changed' using errcode = 'check_violation', constraint = 'contractor_finding_stays';
  end if;
  return new;
end
$$;
create trigger contractor_check_stays before update or delete on contractor_check for each row execute function contractor_finding_stays();
create trigger contractor_check_point_stays before update or delete on contractor_check_point for each row execute function contractor_finding_stays();
create trigger contractor_follow_up_stays before update or delete on contractor_follow_up for each row execute function contractor_finding_stays();
