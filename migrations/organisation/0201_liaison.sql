-- EXTR-01, -02, -03, -04, -08: bodies outside the house, whom one knows there, and what was dealt with.
create table liaison_body (
  id uuid primary key,
  centre_id uuid not null references centre,
  kind text not null,
  name text not null,
  phone text not null default '',
  address text not null default '',
  about text not null default '',
  -- who of ours keeps up with it
  person_id uuid not null references person,
  -- how often somebody is to be in touch; null: as matters come
  every text check (every in ('week', 'month', 'quarter', 'year')),
  by_id uuid not null references person,
  at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create index liaison_body_by_name on liaison_body (name, id);

create table liaison_contact (
  id uuid primary key,
  body_id uuid not null references liaison_body,
  name text not null,
  position text not null default '',
  phone text not null default '',
  ended_at timestamptz(3)
);
create index liaison_contact_of_body on liaison_contact (body_id, id);

create table liaison_matter (
  id uuid primary key,
  body_id uuid not null references liaison_body,
  subject text not null,
  person_id uuid not null references person,
  ticket_id uuid references ticket,
  opened_at timestamptz(3) not null,
  by_id uuid not null references person,
  next_step text,
  next_by timestamptz(3),
  closed_at timestamptz(3),
  closed_by_id uuid references person,
  outcome text,
  -- what was learned, from those of the trade
  lesson text,
  constraint open_matter_has_a_next_step check ((closed_at is null) = (next_step is not null)),
  constraint next_step_has_a_day check ((next_step is null) = (next_by is null)),
  constraint closed_matter_says_how check ((closed_at is null) = (outcome is null))
);
create index liaison_matter_of_body on liaison_matter (body_id, opened_at desc);
create index liaison_matter_of_ticket on liaison_matter (ticket_id) where ticket_id is not null;
create index liaison_matter_newest on liaison_matter (opened_at desc, id desc);

create table liaison_dealing (
  id uuid primary key,
  matter_id uuid not null references liaison_matter,
  happened_at timestamptz(3) not null,
  way text not null check (way in ('phone', 'visit', 'received', 'letter', 'meeting', 'message')),
  contact_id uuid references liaison_contact,
  said text not null,
  by_id uuid not null references person,
  recorded_at timestamptz(3) not null
);
create index liaison_dealing_of_matter on liaison_dealing (matter_id, happened_at);
create index liaison_dealing_newest on liaison_dealing (happened_at desc, id desc);

-- As a body, somebody there, or a matter stood before.
create table liaison_change (
  subject_id uuid not null,
  no integer not null,
  before jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (subject_id, no)
);
