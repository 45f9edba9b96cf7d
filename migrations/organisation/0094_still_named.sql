-- Where somebody who was erased still stands in other people's matters, until a person has decided about each.
create table still_named (
  id uuid primary key,
  customer_id uuid not null references customer,
  -- null: what a touch or another customer's record says
  ticket_id uuid references ticket,
  centre_id uuid references centre,
  -- which of the texts of the program (src/customer/elsewhere.ts), and its row
  place text not null,
  row_id uuid not null,
  -- the name or number to look for; it goes with the decision
  words text[],
  found_at timestamptz(3) not null,
  decided_at timestamptz(3),
  decided_by_id uuid references person,
  decision text check (decision in ('blackened', 'left')),
  why text,
  constraint decided_line_says_how_and_holds_no_name
    check (decided_at is null = (words is not null) and decided_at is null = (decided_by_id is null)
      and decided_at is null = (decision is null)),
  constraint still_named_left_says_why check (decision <> 'left' or why <> '')
);
create index still_named_of_customer on still_named (customer_id);
create index still_named_to_decide on still_named (found_at, id) where decided_at is null;
