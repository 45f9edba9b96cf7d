-- DOCS-01 to -04: what is drafted here and approved, letters in and out, and papers in the archives; one register of them all.
create table document (
  id uuid primary key,
  centre_id uuid not null references centre,
  department_id uuid references department,
  way text not null check (way in ('draft', 'in', 'out', 'paper')),
  kind text not null,
  class text not null,
  -- of its class: the post that alone files and lends it, and whether it is read by that post only
  keeper text not null,
  restricted boolean not null,
  subject text not null,
  text text not null default '',
  person_id uuid not null references person,
  -- the day on it; of what is drafted here: of its approval
  dated date,
  counterpart text not null default '',
  body_id uuid references liaison_body,
  state text not null check (state in
    ('draft', 'in_review', 'sent_back', 'approved', 'open', 'received', 'filed', 'withdrawn', 'destroyed')),
  number text,
  lies_at text not null default '',
  -- of what was approved: digest of its kind, number, day, subject, text and files
  sha256 text,
  supersedes_id uuid references document,
  needs_answer boolean not null default false,
  answer_by timestamptz(3),
  answers_id uuid references document,
  keep_until date,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  filed_by_id uuid references person,
  filed_at timestamptz(3),
  destroyed_by_id uuid references person,
  destroyed_at timestamptz(3),
  destroyed_because text,
  constraint letter_has_a_counterpart check (way not in ('in', 'out') or counterpart <> ''),
  constraint answer_has_a_day check (needs_answer = (answer_by is not null)),
  constraint final_has_number_and_date check (state in ('draft', 'in_review', 'sent_back', 'withdrawn') or (number is not null and dated is not null)),
  constraint filed_lies_somewhere check (state <> 'filed' or (lies_at <> '' and filed_at is not null))
);
create unique index document_number on document (centre_id, number) where number is not null;
create unique index document_superseded_once on document (supersedes_id) where supersedes_id is not null and state <> 'withdrawn';
create index document_newest on document (at desc, id desc);
create index document_answering on document (answers_id) where answers_id is not null;

-- What was approved stands: nothing changes it but an erasing that the law demands.
create function approved_document_stands() returns trigger language plpgsql as $$
begin
  if old.sha256 is not null and coalesce(current_setting('huiyin.erasing', true), '') <> 'on'
    and (new.kind, new.number, new.dated, new.subject, new.text, new.sha256, new.person_id, new.supersedes_id)
      is distinct from (old.kind, old.number, old.dated, old.subject, old.text, old.sha256, old.person_id, old.supersedes_id) then
    raise exception 'an approved document is not changed';
  end if;
  return new;
end $$;
create trigger approved_document_stands before update on document for each row execute function approved_document_stands();

create table document_review (
  document_id uuid not null references document,
  no integer not null,
  post_id uuid not null references post,
  sent_by_id uuid not null references person,
  sent_at timestamptz(3) not null,
  decision text check (decision in ('approved', 'sent_back')),
  remark text not null default '',
  decided_by_id uuid references person,
  decided_at timestamptz(3),
  primary key (document_id, no),
  constraint decided_by_somebody check ((decision is null) = (decided_by_id is null))
);

create table document_loan (
  document_id uuid not null references document,
  no integer not null,
  to_id uuid not null references person,
  why text not null,
  by_id uuid not null references person,
  lent_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  returned_at timestamptz(3),
  returned_to_id uuid references person,
  primary key (document_id, no)
);
create unique index document_lent_once on document_loan (document_id) where returned_at is null;

create table document_change (
  document_id uuid not null references document,
  no integer not null,
  before jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (document_id, no)
);

-- The last number given of a kind, a way and a year.
create table document_series (
  series text not null,
  year integer not null,
  last integer not null,
  primary key (series, year)
);
