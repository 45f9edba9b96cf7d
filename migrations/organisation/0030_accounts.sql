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
alter table auth_session add column waits_for text check (waits_for in ('code', 'enrolment'));

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
