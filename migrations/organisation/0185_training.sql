-- TRNG-01 to -09: the training plan with what was held of it, who was there with which result, pre-job paths and what people master.
create table training_session (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid not null references department,
  subject text not null check (subject <> ''),
  form text not null,
  course text,
  article_id uuid references article,
  trainer_id uuid references person,
  outside_trainer text check (outside_trainer <> ''),
  place text not null check (place <> ''),
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  first_from_at timestamptz(3) not null,
  planned_by_id uuid not null references person,
  planned_at timestamptz(3) not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  held_from_at timestamptz(3),
  held_until_at timestamptz(3),
  recorded_by_id uuid references person,
  recorded_at timestamptz(3),
  grade smallint check (grade between 1 and 5),
  evaluation text check (evaluation <> ''),
  evaluated_by_id uuid references person,
  evaluated_at timestamptz(3),
  constraint somebody_trains check ((trainer_id is null) <> (outside_trainer is null)),
  constraint training_ends_after_it_begins check (until_at > from_at and held_until_at > held_from_at),
  constraint held_training_says_when check
    ((state = 'held') = (held_from_at is not null and held_until_at is not null and recorded_by_id is not null and recorded_at is not null)),
  constraint only_held_training_is_evaluated check (evaluated_at is null or state = 'held'),
  constraint evaluation_is_whole check
    ((evaluated_at is null) = (evaluation is null) and (evaluated_at is null) = (grade is null) and (evaluated_at is null) = (evaluated_by_id is null))
);
create index training_session_in_order on training_session (from_at, id);
create index training_session_of_department on training_session (department_id, from_at);
create index training_session_of_process on training_session (article_id) where article_id is not null;

create table training_attendance (
  session_id uuid not null references training_session,
  person_id uuid not null references person,
  attendance text check (attendance in ('came', 'excused', 'missed')),
  minutes integer check (minutes >= 0),
  score smallint check (score between 0 and 100),
  passed boolean,
  remark text not null default '',
  primary key (session_id, person_id),
  constraint recorded_attendance_has_its_minutes check ((attendance is null) = (minutes is null)),
  constraint only_who_came_has_a_result check (attendance = 'came' or (score is null and passed is null))
);
create index training_attendance_of_person on training_attendance (person_id);

create table training_change (
  session_id uuid not null references training_session,
  no integer not null,
  sort text not null check (sort in ('moved', 'cancelled', 'corrected')),
  why text not null check (why <> ''),
  former jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (session_id, no)
);

create table training_path (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid references department,
  person_id uuid not null references person,
  post_id uuid not null references post,
  path text not null,
  definition jsonb not null,
  coach_id uuid references person,
  begun_at timestamptz(3) not null,
  begun_by_id uuid not null references person,
  completed_at timestamptz(3),
  ended_at timestamptz(3),
  ended_by_id uuid references person,
  ended_because text check (ended_because <> ''),
  constraint nobody_coaches_himself check (coach_id <> person_id),
  constraint path_ends_one_way check (completed_at is null or ended_at is null),
  constraint ended_path_says_why check ((ended_at is null) = (ended_because is null) and (ended_at is null) = (ended_by_id is null))
);
create index training_path_newest on training_path (begun_at desc, id desc);
create unique index training_path_once on training_path (person_id, post_id) where completed_at is null and ended_at is null;

create table training_signature (
  path_id uuid not null references training_path,
  step text not null,
  side text not null check (side in ('coach', 'member')),
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (path_id, step, side)
);

create table skill_mastery (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid references department,
  person_id uuid not null references person,
  skill text not null,
  level smallint not null check (level between 1 and 6),
  day text not null,
  remark text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint nobody_judges_himself check (person_id <> by_id)
);
create index skill_mastery_newest on skill_mastery (day desc, id desc);
create index skill_mastery_of_person on skill_mastery (person_id, skill, day desc);

-- Heads and supervisors plan the training of their department; whoever keeps a centre's people, that of the centre.
update post set rights = rights || '{"training.see": "department", "training.plan": "department"}'::jsonb
  where role in ('department_head', 'supervisor') and department_id is not null
    and department_id not in (select id from department where outside_firm);
update post set rights = rights || '{"training.see": "centre", "training.plan": "centre"}'::jsonb
  where rights ->> 'people.edit' = 'centre';
update post set rights = rights || '{"training.see": "centre"}'::jsonb
  where role = 'office_head' and not rights ? 'training.see';
update post set rights = rights || '{"training.see": "organisation"}'::jsonb
  where role in ('deputy_general_manager', 'company_leader', 'administrator');
