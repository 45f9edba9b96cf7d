-- QUAL-03 to -09, -14, -15: somebody's work scored by a checklist of the house, and the log of errors with their lessons.
create table quality_review (
  id uuid primary key,
  scorecard text not null,
  -- the scorecard as it was then
  definition jsonb not null,
  "of" text not null check ("of" in ('contact', 'complaint', 'person', 'period')),
  centre_id uuid not null references centre,
  department_id uuid references department,
  person_id uuid not null references person,
  contact_id uuid references contact,
  ticket_id uuid references ticket,
  from_day date,
  until_day date,
  remark text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint nobody_scores_himself check (person_id <> by_id),
  constraint contact_is_named check (("of" = 'contact') = (contact_id is not null)),
  constraint complaint_is_named check ("of" <> 'complaint' or ticket_id is not null),
  constraint period_is_named check (("of" = 'period') = (from_day is not null and until_day is not null)),
  constraint period_goes_on check (until_day >= from_day)
);
create index quality_review_newest on quality_review (at desc, id desc);
create index quality_review_of_person on quality_review (person_id, at desc);
create index quality_review_of_contact on quality_review (contact_id) where contact_id is not null;
create index quality_review_of_ticket on quality_review (ticket_id) where ticket_id is not null;

create table quality_review_mark (
  review_id uuid not null references quality_review,
  no integer not null,
  line text not null,
  mark integer not null check (mark >= 0),
  passed boolean not null,
  remark text not null,
  item_id uuid references work_item,
  primary key (review_id, no),
  constraint not_in_order_says_what check (passed or remark <> '')
);
create index quality_review_mark_mended on quality_review_mark (item_id) where item_id is not null;

create table logged_error (
  id uuid primary key,
  person_id uuid not null references person,
  centre_id uuid not null references centre,
  department_id uuid references department,
  sort text not null,
  what text not null check (what <> ''),
  lesson text not null check (lesson <> ''),
  ticket_id uuid references ticket,
  happened_at timestamptz(3) not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  nth integer not null check (nth > 0),
  constraint logged_once unique (person_id, sort, nth)
);
create index logged_error_newest on logged_error (happened_at desc, id desc);
create index logged_error_of_ticket on logged_error (ticket_id) where ticket_id is not null;
