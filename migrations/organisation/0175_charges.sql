-- FEE-01, FEE-02, FEE-03, FEE-05, AGCY-03, FINC-03: the money ledger of a centre. Whatever is counted is an entry that is never changed;
-- what is owed is a sum. Amounts are integers of the smallest unit of the currency.

-- What a unit is charged by: its area in hundredths of a square metre (`area`), or the amount agreed for an item of charge. The newest
-- holds; without a value it holds no longer.
create table charge_basis (
  id uuid primary key,
  centre_id uuid not null references centre,
  place_id uuid not null references place,
  about text not null,
  value integer,
  by_id uuid references person,
  at timestamptz(3) not null,
  constraint basis_is_something check (value is null or value > 0)
);
create index charge_basis_newest on charge_basis (place_id, about, at desc, id desc);

-- A period of an item billed in one act.
create table charge_run (
  id uuid primary key,
  centre_id uuid not null references centre,
  item_key text not null,
  -- the item as it stood, with the published standard it rests on
  item jsonb not null,
  period text not null check (period in ('month', 'quarter', 'year')),
  begins text not null,
  due_day text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  revoked_at timestamptz(3),
  revoked_by_id uuid references person,
  revoked_because text,
  constraint revoked_run_says_why check ((revoked_at is null) = (revoked_because is null) and (revoked_at is null) = (revoked_by_id is null))
);
create index charge_run_newest on charge_run (at desc, id desc);

create table charge (
  id uuid primary key,
  centre_id uuid not null references centre,
  customer_id uuid not null references customer,
  place_id uuid references place,
  item_key text not null,
  item jsonb not null,
  -- how the amount came about: rate, area, months, quantity
  reckoning jsonb not null,
  amount integer not null check (amount > 0),
  begins text,
  due_day text not null,
  run_id uuid references charge_run,
  ticket_id uuid references ticket,
  work_order_id uuid references work_order,
  note text not null default '',
  by_id uuid references person,
  at timestamptz(3) not null
);
create index charge_newest on charge (at desc, id desc);
create index charge_of_customer on charge (customer_id, due_day, id);
create index charge_of_run on charge (run_id) where run_id is not null;
create index charge_of_ticket on charge (ticket_id) where ticket_id is not null;
create index charge_of_place on charge (place_id) where place_id is not null;

-- What may be charged once only: a period of an item to a unit, the fee of a work order. Given free when the charge is reversed.
create table charge_claim (
  about_id uuid not null,
  item_key text not null,
  begins text not null,
  charge_id uuid not null unique references charge deferrable initially deferred,
  constraint charged_once primary key (about_id, item_key, begins)
);

-- Receipts are numbered without gaps, by centre and year: the number is taken in the transaction that writes the receipt.
create table charge_receipt_number (
  centre_id uuid not null references centre,
  year integer not null,
  last integer not null,
  primary key (centre_id, year)
);
create table charge_receipt (
  id uuid primary key,
  centre_id uuid not null references centre,
  year integer not null,
  number integer not null,
  customer_id uuid not null references customer,
  amount integer not null check (amount > 0),
  way text not null check (way in ('cash', 'card', 'transfer', 'wechat', 'alipay', 'cheque')),
  payer text not null default '',
  reference text not null default '',
  taken_by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint receipt_numbered_once unique (centre_id, year, number)
);
create index charge_receipt_newest on charge_receipt (at desc, id desc);
create index charge_receipt_of_customer on charge_receipt (customer_id);

create table charge_receipt_reversal (
  receipt_id uuid primary key references charge_receipt,
  reason text not null,
  by_id uuid not null references person,
  at timestamptz(3) not null
);

-- What a charge was settled by. A negative amount takes back what a reversed receipt had paid.
create table charge_settlement (
  id uuid primary key,
  charge_id uuid not null references charge,
  sort text not null check (sort in ('payment', 'waiver', 'reversal')),
  amount integer not null check (amount <> 0),
  receipt_id uuid references charge_receipt,
  reason text not null default '',
  by_id uuid references person,
  at timestamptz(3) not null,
  constraint payment_is_of_a_receipt check ((sort = 'payment') = (receipt_id is not null)),
  constraint only_payments_are_taken_back check (sort = 'payment' or amount > 0)
);
create index charge_settlement_of_charge on charge_settlement (charge_id);
create index charge_settlement_of_receipt on charge_settlement (receipt_id) where receipt_id is not null;

-- Entries stand as they were written. Only what somebody typed can be erased.
create function charge_entries_stand() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or to_jsonb(new) - array['note', 'payer', 'reference', 'reason'] <> to_jsonb(old) - array['note', 'payer', 'reference', 'reason'] then
    raise exception 'an entry of the ledger is neither changed nor deleted';
  end if;
  return new;
end $$;
create trigger charge_stands before update or delete on charge for each row execute function charge_entries_stand();
create trigger charge_receipt_stands before update or delete on charge_receipt for each row execute function charge_entries_stand();
create trigger charge_receipt_reversal_stands before update or delete on charge_receipt_reversal
  for each row execute function charge_entries_stand();
create trigger charge_settlement_stands before update or delete on charge_settlement
  for each row execute function charge_entries_stand();

-- What was told to whom of a bill: in writing, or as a letter that somebody prints and hands over.
create table charge_notice (
  id uuid primary key,
  run_id uuid references charge_run,
  charge_id uuid references charge,
  customer_id uuid not null references customer,
  state text not null check (state in ('waiting', 'written', 'to_print', 'printed', 'dropped')),
  message_id uuid references message on delete set null,
  at timestamptz(3),
  by_id uuid references person,
  constraint notice_is_of_a_bill check ((run_id is null) <> (charge_id is null)),
  constraint notice_waits_since_nothing check ((state = 'waiting') = (at is null)),
  constraint notified_once unique nulls not distinct (run_id, charge_id, customer_id)
);
create index charge_notice_waiting on charge_notice (run_id, id) where state = 'waiting';
create index charge_notice_of_customer on charge_notice (customer_id);

-- Whoever pays every day: the posts that the right is for.
update post set rights = rights || '{"charge.see": "centre", "charge.receive": "centre"}'::jsonb
  where key in ('customer_service_assistant', 'front_desk_clerk', 'emergency_line', 'business_centre_clerk');
update post set rights = rights || '{"charge.see": "centre", "charge.receive": "centre", "charge.bill": "centre"}'::jsonb
  where key in ('customer_service_supervisor', 'customer_service_head', 'cashier');
update post set rights = rights || '{"charge.see": "centre", "charge.receive": "centre", "charge.bill": "centre", "charge.waive": "centre"}'::jsonb
  where key in ('office_head', 'centre_manager');
update post set rights = rights || '{"charge.see": "centre"}'::jsonb
  where key in ('planning_finance_officer', 'management_administrator');
