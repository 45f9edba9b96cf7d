-- The dispatcher's screen: which matters nobody was sent for yet, and which orders nobody has accepted, the most pressing first.
create index commitment_open_of_dispatch on commitment (kind, due_at, id)
  where settled_at is null and kind in ('dispatch', 'work_accept');
create index work_order_issued on work_order (issued_at, id) where stage = 'issued';

-- The board's count of what is late, by department, finds all it asks in the index.
drop index commitment_open_of_department;
create index commitment_open_of_department on commitment (department_id, due_at) include (state, ticket_id) where settled_at is null;
