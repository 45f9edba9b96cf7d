-- Who by name answers for a checklist (CUST-03): whoever distributes work names him, and the next name stands beside the former.
create table round_keeper (
  plan_id uuid not null references round_plan,
  no integer not null check (no >= 1),
  -- null: nobody by name any more, its post does it
  person_id uuid references person,
  by_id uuid not null references person,
  at timestamptz not null,
  primary key (plan_id, no)
);

alter table round add column keeper_id uuid references person;
create index round_of_its_keeper on round (keeper_id, due_at) where done_at is null and dropped_at is null and keeper_id is not null;

-- Who keeps papers takes in what he collects; who hands forms out begins with one, and who collects them sees his.
update post set rights = rights || '{"ticket.open": "centre"}'::jsonb where key = 'document_keeper' and rights ->> 'ticket.see' = 'centre';
update post set rights = rights || '{"ticket.see": "own", "ticket.open": "centre"}'::jsonb
  where key = 'form_distributor' and not rights ? 'ticket.see';
update post set rights = rights || '{"ticket.see": "own"}'::jsonb where key = 'form_collector' and not rights ? 'ticket.see';
-- Who keeps the handbook enters who owns and who rents which unit.
update post set rights = rights || '{"ticket.see": "centre", "ticket.open": "centre", "ticket.handle": "own", "customer.see": "centre"}'::jsonb
  where key = 'management_administrator' and not rights ? 'ticket.see';
-- Who keeps the business centre brings to its end what he took at his counter.
update post set rights = rights || '{"ticket.handle": "own"}'::jsonb where key = 'business_centre_clerk' and not rights ? 'ticket.handle';
