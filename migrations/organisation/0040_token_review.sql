-- Every quarter somebody looks at all personal tokens: what is still needed is kept, the rest ends.
create table token_review (
  id uuid primary key,
  -- where the post stands that owes it; its zone says when a quarter begins
  centre_id uuid not null references centre,
  -- one a quarter, whoever begins it and however often
  begins text not null unique check (begins ~ '^\d{4}-(01|04|07|10)-01$'),
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  remarks text,
  completed_at timestamptz(3),
  completed_by_id uuid references person,
  constraint completed_review_says_who check ((completed_at is null) = (completed_by_id is null))
);
create index token_review_newest on token_review (from_at desc, id desc);

-- What was decided of each token, and what it was at that moment: one that ended is gone from personal_token.
create table token_review_answer (
  review_id uuid not null references token_review,
  token_id uuid not null,
  person_id uuid not null references person,
  name text not null,
  rights text[] not null,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  answer text not null check (answer in ('kept', 'ended')),
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (review_id, token_id)
);
