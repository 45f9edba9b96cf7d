-- AGCY-03, WORK-10: each week, or as the house says, the money taken is delivered to finance, which confirms it; the ledger of the week is closed with it.
create table charge_delivery (
  id uuid primary key,
  centre_id uuid not null references centre,
  period text not null check (period in ('week', 'month', 'quarter')),
  begins text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  -- computed from the receipts not delivered before, and what was handed over
  computed integer,
  amount integer check (amount >= 0),
  because text,
  -- paid service of the week: billed, paid, open
  ledger jsonb,
  delivered_at timestamptz(3),
  delivered_by_id uuid references person,
  received integer check (received >= 0),
  received_because text,
  received_at timestamptz(3),
  received_by_id uuid references person,
  constraint delivered_once unique (centre_id, period, begins),
  constraint delivered_whole check ((delivered_at is null) = (amount is null) and (delivered_at is null) = (computed is null)
    and (delivered_at is null) = (delivered_by_id is null)),
  constraint difference_is_explained check (amount is null or amount = computed or because <> ''),
  constraint received_whole check ((received_at is null) = (received is null) and (received_at is null) = (received_by_id is null)),
  constraint difference_received_is_explained check (received is null or received = amount or received_because <> '')
);

-- Which receipts went with which delivery; what was given back after it was delivered comes off the next one.
create table charge_delivered (
  receipt_id uuid not null references charge_receipt,
  sort text not null check (sort in ('taken', 'given_back')),
  delivery_id uuid not null references charge_delivery,
  primary key (receipt_id, sort)
);
create index charge_delivered_in on charge_delivered (delivery_id);
