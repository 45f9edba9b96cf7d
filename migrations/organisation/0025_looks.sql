-- Who looked at whose data: once a person, customer, way and hour, however often it was opened. Written in batches beside the
-- answers, never in their path.
create table look (
  customer_id uuid not null references customer on delete cascade,
  person_id uuid not null references person,
  -- the full hour
  hour timestamptz(0) not null,
  -- customer: his page; ticket: a matter of his with his data; desk: who is calling; found: a search
  way text not null check (way in ('customer', 'ticket', 'desk', 'found')),
  -- his numbers were shown whole
  whole boolean not null,
  primary key (customer_id, hour, person_id, way)
);
create index look_of_person on look (person_id, hour desc);
-- all of them by hour; and what is too old goes
create index look_newest on look (hour desc, customer_id desc, person_id desc, way desc);

-- Whoever keeps the people, and whoever manages the centre, may read it: a right nobody holds could never be given.
update post set rights = rights || '{"audit.see": "organisation"}' where rights ->> 'people.edit' = 'organisation';
update post set rights = rights || '{"audit.see": "centre"}'
  where role = 'centre_manager' and not rights ? 'audit.see' and rights ? 'people.edit';
