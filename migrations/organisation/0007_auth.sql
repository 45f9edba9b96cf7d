-- How people prove who they are. The sign-in library reads and writes auth_session, auth_account and
-- auth_verification (docs/adr/0003-sign-in.md); the rest is ours alone.

-- One person, however the name is typed.
create unique index person_by_username on person (lower(username));

-- What signs the library's cookies; each organisation has its own.
create table auth_key (
  one boolean primary key default true check (one),
  secret text not null,
  made_at timestamptz(3) not null
);

create table auth_session (
  id uuid primary key,
  -- sha-256: who reads this table, or a backup of it, cannot sign in with it
  token text not null unique,
  user_id uuid not null references person on delete cascade,
  created_at timestamptz(3) not null,
  -- last seen, to the hour
  updated_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ip_address text,
  user_agent text
);
create index session_of_person on auth_session (user_id);
create index session_expired on auth_session (expires_at);

create table auth_account (
  id uuid primary key,
  user_id uuid not null references person on delete cascade,
  -- credential: a password; else who vouches for the person
  provider_id text not null,
  account_id text not null,
  -- argon2id
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (user_id, provider_id),
  unique (provider_id, account_id),
  constraint credential_has_a_password check (provider_id <> 'credential' or password is not null)
);

create table auth_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index verification_of on auth_verification (identifier);

-- Our people as the library wants to see them: those who are still here and have something to prove themselves with.
-- A view, so that a person's name stands in one place, and erasing or leaving needs no second step.
create view auth_user as
select p.id, p.name, lower(p.username) as username, p.id::text || '@person.invalid' as email, true as email_verified,
  null::text as image, p.joined_at as created_at, p.joined_at as updated_at
from person p
where p.left_at is null and exists (select from auth_account a where a.user_id = p.id);

-- Failures that still count, by account, by address and by both; the key is a digest, so names nobody has are not kept.
create table sign_in_attempt (
  key text primary key,
  failures integer not null,
  since timestamptz(3) not null
);
create index sign_in_attempt_age on sign_in_attempt (since);

-- Lost passwords without mail: an administrator makes the code, says it, and it works once.
create table password_code (
  person_id uuid primary key references person on delete cascade,
  hash text not null,
  by_id uuid not null references person,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);

create table personal_token (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  name text not null,
  hash text not null unique,
  -- what it may be used for, of what its person may
  rights text[] not null,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  -- to ten minutes
  last_used_at timestamptz(3)
);
create index token_of_person on personal_token (person_id);

-- The open work as tabs, which survive sign-out and another device.
create table open_tabs (
  person_id uuid primary key references person on delete cascade,
  tabs jsonb not null default '[]',
  at timestamptz(3) not null
);
-- a draft belongs to its subject: whoever takes the subject over finds it
create index draft_of_person on draft (person_id, at);
