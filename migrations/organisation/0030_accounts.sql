-- A second factor for signing in, the house's rules about signing in, and who is still on the way in.

-- What the house asks of whoever signs in; one row a version, the newest holds. No row: the rules that came with the program.
create table security_version (
  version integer primary key,
  content jsonb not null,
  by_id uuid not null references person,
  why text not null,
  at timestamptz(3) not null
);

-- A session that still owes something opens nothing: the look-up of every request passes it over.
alter table auth_session add column waits_for text check (waits_for in ('code', 'enrolment', 'password'));

create table second_factor (
  person_id uuid primary key references person on delete cascade,
  -- sealed with the key of the house, which stands outside of the database
  secret text not null,
  begun_at timestamptz(3) not null,
  -- null until a first code has proven that the telephone knows the secret
  confirmed_at timestamptz(3),
  -- the half minute of the last code taken: it, and those before it, are taken no more (RFC 6238, 5.2)
  last_step integer not null default 0
);

create table backup_code (
  person_id uuid not null references second_factor on delete cascade,
  -- sha-256 of 60 random bits
  hash text not null,
  used_at timestamptz(3),
  primary key (person_id, hash)
);

-- A browser that is not asked for the code again for a while.
create table trusted_device (
  hash text primary key,
  person_id uuid not null references person on delete cascade,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index trusted_device_of on trusted_device (person_id);

-- Taken by the administrator from somebody who lost the telephone: who, when and why.
create table second_factor_reset (
  person_id uuid not null references person on delete cascade,
  by_id uuid not null references person,
  why text not null,
  at timestamptz(3) not null,
  primary key (person_id, at)
);

-- Who vouches for people besides their passwords: any OpenID Connect provider. Links stand in auth_account
-- (provider_id: the provider's id, account_id: the subject there).
create table identity_provider (
  id uuid primary key,
  name text not null,
  issuer text not null,
  client_id text not null,
  -- sealed with the key of the house; null: a public client
  secret text,
  scopes text not null,
  -- how somebody who comes for the first time is known: by a verified mail address, by the user name, or not at all (he links it himself)
  known_by text not null check (known_by in ('email', 'username', 'link')),
  -- whoever is not known is made a person with this post; null: is refused
  new_post_id uuid references post,
  -- whether our own second factor is asked for after it
  asks_code boolean not null,
  -- whether signing out here leads to signing out there
  ends_there boolean not null,
  closed_at timestamptz(3),
  made_at timestamptz(3) not null
);
create unique index identity_provider_once on identity_provider (issuer, client_id) where closed_at is null;

-- Somebody who was sent to a provider and has not come back yet.
create table identity_attempt (
  -- sha-256 of the state, which stands in the browser's cookie as well
  state text primary key,
  provider_id uuid not null references identity_provider on delete cascade,
  nonce text not null,
  verifier text not null,
  -- who links it to himself; null: somebody signs in
  person_id uuid references person on delete cascade,
  next text,
  expires_at timestamptz(3) not null
);
create index identity_attempt_expired on identity_attempt (expires_at);

alter table auth_session add column provider_id uuid references identity_provider on delete set null;

-- What stood before, so that no password comes round again; hashes, and no more of them than the longest history.
create table password_history (
  person_id uuid not null references person on delete cascade,
  password text not null,
  replaced_at timestamptz(3) not null
);
create index password_history_of on password_history (person_id, replaced_at desc);

-- the administrator's list of who is signed in, latest first
create index session_latest on auth_session (updated_at desc, id);
