-- APRV-11, ROLE-46: a notice reaches each household of the places chosen, and each says that it knows.
create table notice_receipt (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  customer_id uuid not null references customer,
  place_id uuid not null references place,
  state text not null check (state in ('chosen', 'waiting', 'to_deliver', 'delivered', 'known', 'not_reached')),
  message_id uuid references message on delete set null,
  delivered_at timestamptz(3),
  delivered_by text check (delivered_by in ('message', 'hand', 'letter_box', 'phone')),
  known_at timestamptz(3),
  known_by text check (known_by in ('page', 'phone', 'signature')),
  missed_at timestamptz(3),
  by_id uuid references person,
  constraint receipt_delivered_somehow check ((delivered_at is null) = (delivered_by is null)),
  constraint receipt_known_somehow check ((state = 'known') = (known_at is not null) and (known_at is null) = (known_by is null)),
  unique (ticket_id, customer_id)
);
create index notice_receipt_of_ticket on notice_receipt (ticket_id, state);
create index notice_receipt_of_customer on notice_receipt (customer_id);
create index notice_receipt_place on notice_receipt (place_id);
create index notice_receipt_message on notice_receipt (message_id) where message_id is not null;
