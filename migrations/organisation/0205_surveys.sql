-- SURV-01..13, ROLE-34: opinions asked of customers round by round: planned, confirmed, drawn, handed out, collected, counted, evaluated, submitted.
create table survey_round (
  id uuid primary key,
  centre_id uuid not null references centre,
  -- of the post that owes it
  department_id uuid references department,
  post_id uuid not null references post,
  questionnaire_key text not null,
  -- the questionnaire as it stood when its plan was written; until then as it stands
  questionnaire jsonb not null,
  period text not null check (period in ('month', 'quarter', 'half_year')),
  begins text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  -- what its receivers were drawn with, and from whom: those not asked within the year, and those asked
  seed text,
  fresh uuid[],
  asked uuid[],
  submitted_at timestamptz(3),
  submitted_by_id uuid references person,
  addressee_post_id uuid references post,
  results jsonb,
  text text,
  originals integer check (originals >= 0),
  originals_back_on text,
  originals_back_by_id uuid references person,
  dropped_at timestamptz(3),
  constraint drawn_with_a_seed check ((confirmed_at is null) = (seed is null)),
  constraint submitted_survey_says_by_whom check ((submitted_at is null) = (submitted_by_id is null))
);
create unique index survey_round_once on survey_round (centre_id, questionnaire_key, begins) where dropped_at is null;
create index survey_round_newest on survey_round (from_at desc, id desc);

-- Every version of a plan as it was written, with who, and what was said of it.
create table survey_plan (
  round_id uuid not null references survey_round,
  version integer not null check (version > 0),
  aim text not null,
  percent integer not null check (percent between 1 and 100),
  issue_on text not null,
  statistician_id uuid not null references person,
  distributor_id uuid not null references person,
  collector_id uuid not null references person,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  verdict text check (verdict in ('confirmed', 'sent_back')),
  remark text,
  verdict_by_id uuid references person,
  verdict_at timestamptz(3),
  primary key (round_id, version),
  constraint verdict_says_by_whom check ((verdict is null) = (verdict_by_id is null) and (verdict is null) = (verdict_at is null))
);

-- What was handed out together: by one, to be collected by another.
create table survey_issue (
  id uuid primary key,
  round_id uuid not null references survey_round,
  way text not null check (way in ('paper', 'message', 'phone')),
  on_day text not null,
  distributor_id uuid not null references person,
  collector_id uuid not null references person,
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create index survey_issue_of_round on survey_issue (round_id);

create table survey_receiver (
  id uuid primary key,
  round_id uuid not null references survey_round,
  no integer not null,
  customer_id uuid not null references customer,
  place_id uuid not null references place,
  -- asked within the year before, for there were too few who were not
  again boolean not null,
  state text not null check (state in ('drawn', 'handed_out', 'collected', 'answered', 'not_returned')),
  issue_id uuid references survey_issue,
  collected_on text,
  -- null: it came by the customer's page
  collected_by_id uuid references person,
  remark text,
  -- the version of the answers that holds; 0: none
  answer_version integer not null default 0,
  message_id uuid references message on delete set null,
  -- digest of the secret of his link; null: there is none, or it was used
  link_hash text,
  unique (round_id, customer_id),
  constraint handed_out_says_by_what check ((state = 'drawn') = (issue_id is null))
);
create index survey_receiver_of_customer on survey_receiver (customer_id);
create index survey_receiver_place on survey_receiver (place_id);
create index survey_receiver_issue on survey_receiver (issue_id) where issue_id is not null;
create index survey_receiver_message on survey_receiver (message_id) where message_id is not null;
create unique index survey_receiver_link on survey_receiver (link_hash) where link_hash is not null;

-- One filled-in questionnaire; corrected, another follows and the former stays.
create table survey_return (
  receiver_id uuid not null references survey_receiver,
  version integer not null check (version > 0),
  way text not null check (way in ('paper', 'page', 'phone')),
  by_id uuid references person,
  at timestamptz(3) not null,
  primary key (receiver_id, version)
);

create table survey_answer (
  id uuid primary key,
  receiver_id uuid not null,
  version integer not null,
  question text not null,
  score smallint check (score between 1 and 5),
  choice text,
  text text,
  foreign key (receiver_id, version) references survey_return,
  unique (receiver_id, version, question),
  constraint answer_is_one_thing check (num_nonnulls(score, choice, text) = 1)
);

-- The group that evaluates a round, called by the post named, and what it decided.
create table survey_evaluation (
  id uuid primary key,
  round_id uuid not null references survey_round,
  called_by_id uuid not null references person,
  called_at timestamptz(3) not null,
  meets_at timestamptz(3) not null,
  people uuid[] not null,
  decided text,
  decided_at timestamptz(3),
  decided_by_id uuid references person
);
create index survey_evaluation_of_round on survey_evaluation (round_id);

-- Causes of a problem, from coarse to fine; each end has a measure.
create table survey_cause (
  id uuid primary key,
  round_id uuid not null references survey_round,
  problem text not null,
  parent_id uuid references survey_cause,
  sort text not null check (sort in ('people', 'equipment', 'material', 'method', 'environment')),
  text text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  measure text,
  measure_by_id uuid references person,
  due_on text,
  done_text text,
  done_at timestamptz(3),
  done_by_id uuid references person,
  dropped_at timestamptz(3),
  constraint measure_says_who_and_when check
    ((measure is null) = (measure_by_id is null) and (measure is null) = (due_on is null) and (measure is not null or done_at is null))
);
create index survey_cause_of_round on survey_cause (round_id);

-- A problem found and under which procedure it was opened as an item.
create table survey_item (
  id uuid primary key,
  round_id uuid not null references survey_round,
  problem text not null,
  procedure text not null check (procedure in ('inspection', 'nonconformity', 'capa', 'statistics')),
  subject_type text not null check (subject_type in ('finding', 'rectification', 'improvement', 'survey_cause')),
  subject_id uuid not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  unique (round_id, problem, procedure)
);

-- Whoever sees return visits of the whole centre sees what customers were asked; whoever closes for it runs the rounds.
update post set rights = rights || '{"survey.see": "centre"}'::jsonb where rights ->> 'return_visit.see' = 'centre' or key = 'statistician';
update post set rights = rights || '{"survey.see": "organisation"}'::jsonb
  where rights ->> 'return_visit.see' = 'organisation' or key = 'superior_department';
update post set rights = rights || '{"survey.run": "centre"}'::jsonb where rights ->> 'ticket.close' = 'centre' or key = 'statistician';
update post set rights = rights || '{"survey.see": "own"}'::jsonb where key in ('form_distributor', 'form_collector');

-- The appraisal form was a matter with numbers typed by hand; what is counted now is the answers. What is open finishes.
insert into kind_version (key, version, definition, why, at)
select distinct on (key) key, version + 1, definition || '{"retired": true}'::jsonb, 'Surveys take its place', at
from kind_version k where key = 'appraisal' order by key, version desc;
