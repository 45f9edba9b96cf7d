-- What was said before of what came of a call or visit: every change shows the former value, here where it can be erased.
create table former_outcome (
  id uuid primary key,
  contact_id uuid not null references contact,
  words text not null,
  changed_by_id uuid not null references person,
  changed_at timestamptz not null
);
create index former_outcome_of_contact on former_outcome (contact_id);
