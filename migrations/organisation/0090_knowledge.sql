-- KNOW-01..08: the knowledge base. An article is what holds for all its versions; what it says stands in the versions.
create table article (
  id uuid primary key,
  -- its stable name, where a pack brought it
  key text,
  centre_id uuid not null references centre,
  sort text not null check (sort in ('guide', 'product', 'policy', 'rules', 'work_guide', 'service', 'experience')),
  -- staff: whoever works here; public: also whoever reads the customer's page
  audience text not null check (audience in ('staff', 'public')),
  -- of staff only these; null: everybody
  department_id uuid references department,
  owner_id uuid references person,
  owner_post_id uuid references post,
  version integer not null check (version > 0),
  -- everybody in its audience confirms that he read the version in force
  must_read boolean not null,
  -- the solved matter it was written from
  from_ticket_id uuid references ticket,
  confirmed_at timestamptz(3) not null,
  -- null: as it came with the pack
  confirmed_by_id uuid references person,
  retired_at timestamptz(3),
  retired_by_id uuid references person,
  constraint article_has_one_owner check ((owner_id is null) <> (owner_post_id is null)),
  constraint public_is_for_all check (audience = 'staff' or department_id is null),
  constraint retired_says_who check ((retired_at is null) = (retired_by_id is null))
);
create unique index article_key on article (centre_id, key) where key is not null;
create index article_newest on article (confirmed_at desc, id desc);
create index article_of_ticket on article (from_ticket_id) where from_ticket_id is not null;
create index article_must_read on article (centre_id) where must_read and retired_at is null;

create table article_version (
  article_id uuid not null references article,
  version integer not null check (version > 0),
  -- in which it is written; the other languages may be empty
  language text not null check (language in ('en', 'zh-hans', 'zh-hant')),
  title jsonb not null,
  body jsonb not null,
  -- of policy and law, work guides and service items: where it is said, and from which day it holds
  source text not null,
  in_force_on date,
  -- of a note of experience: with which sort of customer, how it was, what was said, what worked
  customer_sort text not null,
  situation text not null,
  was_said text not null,
  worked text not null,
  by_id uuid references person,
  why text,
  at timestamptz(3) not null,
  primary key (article_id, version)
);

-- That an article served somebody, on a matter or without one.
create table article_use (
  id uuid primary key,
  article_id uuid not null references article,
  version integer not null,
  ticket_id uuid references ticket,
  way text not null check (way in ('used', 'cited')),
  by_id uuid not null references person,
  at timestamptz(3) not null
);
create index article_use_of on article_use (article_id, at desc);
create index article_use_on on article_use (ticket_id) where ticket_id is not null;

create table article_feedback (
  id uuid primary key,
  article_id uuid not null references article,
  version integer not null,
  helpful boolean not null,
  words text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint unhelpful_says_why check (helpful or words <> '')
);
create index article_feedback_of on article_feedback (article_id, at desc);

-- What a member of staff would have otherwise in the house rules, and what was decided.
create table article_amendment (
  id uuid primary key,
  article_id uuid not null references article,
  version integer not null,
  proposed text not null,
  why text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  decision text check (decision in ('adopted', 'partly', 'declined')),
  answer text,
  decided_by_id uuid references person,
  decided_at timestamptz(3),
  -- the version that says it
  carried_in integer,
  constraint decided_is_whole check ((decision is null) = (answer is null) and (decision is null) = (decided_by_id is null)
    and (decision is null) = (decided_at is null)),
  constraint only_adopted_is_carried check (carried_in is null or decision in ('adopted', 'partly'))
);
create index article_amendment_of on article_amendment (article_id, at desc);
create index article_amendment_open on article_amendment (at) where decision is null;

-- Who is asked to confirm that he read a version.
create table article_reading (
  id uuid primary key,
  article_id uuid not null,
  version integer not null,
  person_id uuid not null references person,
  asked_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  unique (article_id, version, person_id),
  foreign key (article_id, version) references article_version
);
create index article_reading_open on article_reading (person_id) where confirmed_at is null;

-- A few questions with one right answer each; changed they are a new version, which is passed anew.
create table article_test (
  article_id uuid not null references article,
  version integer not null check (version > 0),
  questions jsonb not null,
  by_id uuid references person,
  at timestamptz(3) not null,
  primary key (article_id, version)
);
create table article_test_result (
  id uuid primary key,
  article_id uuid not null,
  version integer not null,
  person_id uuid not null references person,
  answers jsonb not null,
  correct integer not null,
  passed boolean not null,
  at timestamptz(3) not null,
  foreign key (article_id, version) references article_test
);
create index article_test_result_of on article_test_result (article_id, version, person_id, at desc);

-- Titles apart: who looks for a word wants what is called by it before what mentions it.
create index search_entry_article_terms on search_entry using gin (terms) with (fastupdate = off) where subject_type = 'article';
create index search_entry_article_title_terms on search_entry using gin (terms) with (fastupdate = off)
  where subject_type = 'article_title';

-- Whoever supervises may write; whoever keeps the limits of the house also decides what customers read and what holds for all.
update post set rights = rights || jsonb_build_object('knowledge.write', rights ->> 'report.see')
  where rights ->> 'report.see' in ('department', 'centre') and rights ? 'ticket.handle';
update post set rights = rights || jsonb_build_object('knowledge.write', rights ->> 'limit.edit', 'knowledge.publish', rights ->> 'limit.edit')
  where rights ? 'limit.edit';
