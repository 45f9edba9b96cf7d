-- CUST-10: under which class of the house a customer stands, each time it was said; the last one holds.
create table customer_class (
  customer_id uuid not null references customer,
  version integer not null check (version > 0),
  -- null: under none any more
  class text,
  why text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (customer_id, version)
);

-- Whoever takes decisions about everybody's matters says which customers are whose, in houses that stand already.
update post set rights = rights || '{"customer.assign": "centre"}'::jsonb
  where rights ->> 'ticket.assign' = 'centre' and rights ->> 'customer.edit' = 'centre' and rights ->> 'outreach.send' = 'centre';
update post set rights = rights || '{"customer.assign": "organisation"}'::jsonb
  where rights ->> 'customer.edit' = 'organisation' and rights ->> 'outreach.send' = 'organisation';
