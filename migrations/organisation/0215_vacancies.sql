-- PTRL-06: units that stand empty, from the day on which they are listed until they are taken off; the list as it was stays readable.
create table vacancy (
  id uuid primary key,
  place_id uuid not null references place,
  centre_id uuid not null references centre,
  -- since which day, YYYY-MM-DD where the centre stands
  since text not null check (since ~ '^\d{4}-\d{2}-\d{2}$'),
  reason text not null check (reason in ('not_sold', 'not_let', 'moved_out', 'other')),
  note text not null default '',
  listed_by_id uuid references person,
  listed_at timestamptz(3) not null,
  ended_as text check (ended_as in ('occupied', 'closed', 'by_mistake')),
  ended_note text not null default '',
  -- null: by itself, as somebody came onto file there or the unit was given up
  ended_by_id uuid references person,
  ended_at timestamptz(3),
  constraint ended_vacancy_says_how check ((ended_at is null) = (ended_as is null))
);
create unique index vacancy_once on vacancy (place_id) where ended_at is null;
create index vacancy_of_centre on vacancy (centre_id, since, id);
