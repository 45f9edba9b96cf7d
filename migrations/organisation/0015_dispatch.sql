-- The dispatcher's screen: which matters nobody was sent for yet, and which orders nobody has accepted, the most pressing first.
create index commitment_open_of_dispatch on commitment (kind, due_at, id)
  where settled_at is null and kind in ('dispatch', 'work_accept');
create index work_order_issued on work_order (issued_at, id) where stage = 'issued';
