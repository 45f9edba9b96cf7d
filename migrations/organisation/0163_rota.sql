-- The rota: who answers the telephone and who answers what is written, by weekday or on one date; and the gaps that were seen coming.

create table rota_hours (
  id uuid primary key,
  centre_id uuid not null references centre,
  person_id uuid not null references person,
  -- off: on that date none of his hours count in that time
  channel text not null check (channel in ('telephone', 'online', 'off')),
  -- 1 is Monday; null: on one date
  days smallint[],
  day text,
  from_time text not null,
  to_time text not null,
  made_by_id uuid not null references person,
  made_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by_id uuid references person,
  constraint rota_hours_hold_weekly_or_once check ((days is null) <> (day is null)),
  constraint off_is_once check (channel <> 'off' or day is not null)
);
create index rota_hours_open on rota_hours (centre_id) where ended_at is null;

-- Working time of one day in which nobody is there for a channel: owed to be filled before it comes.
create table rota_gap (
  id uuid primary key,
  centre_id uuid not null references centre,
  channel text not null check (channel in ('telephone', 'online')),
  day text not null,
  spans jsonb not null,
  seen_at timestamptz(3) not null,
  -- filled, or passed with nobody there
  closed_at timestamptz(3),
  passed boolean not null default false
);
create unique index rota_gap_once on rota_gap (centre_id, channel, day) where closed_at is null;
