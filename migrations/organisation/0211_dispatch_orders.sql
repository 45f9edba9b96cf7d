-- SAFE-06: orders given to people in an emergency, and what became of each.
create table dispatch_order (
  id uuid primary key,
  centre_id uuid not null references centre,
  -- of the post of whoever is sent, as it was
  department_id uuid references department,
  to_id uuid not null references person,
  given_by_id uuid not null references person,
  given_at timestamptz(3) not null,
  what text not null,
  place_id uuid references place,
  spot text not null default '',
  ticket_id uuid references ticket,
  -- by when it is to be done; null: nothing was said
  due_at timestamptz(3),
  -- how he stood as he was sent, and why he all the same
  standing text not null check (standing in ('free', 'busy', 'online', 'not_here', 'away', 'off_duty')),
  why text not null default '',
  constraint somebody_not_free_is_sent_for_a_reason check (standing = 'free' or why <> ''),
  constraint order_leads_somewhere check (place_id is not null or spot <> '')
);
create index dispatch_order_newest on dispatch_order (given_at desc, id desc);
create index dispatch_order_of_person on dispatch_order (to_id, given_at);
create index dispatch_order_of_ticket on dispatch_order (ticket_id) where ticket_id is not null;
create index dispatch_order_place on dispatch_order (place_id) where place_id is not null;

create table dispatch_act (
  order_id uuid not null references dispatch_order,
  no integer not null,
  act text not null check (act in ('taken', 'declined', 'done', 'recalled')),
  at timestamptz(3) not null,
  said text not null default '',
  by_id uuid not null references person,
  recorded_at timestamptz(3) not null,
  primary key (order_id, no),
  -- it is taken once and ends once
  constraint dispatch_act_once unique (order_id, act),
  constraint dispatch_ended_with_a_word check (act = 'taken' or said <> '')
);
create unique index dispatch_order_ends_once on dispatch_act (order_id) where act <> 'taken';

-- An order stands as it was given, and what was done as it was said. Only words may go, as whoever they are about is erased.
create function dispatch_stays() returns trigger language plpgsql as $$
declare
  words constant text[] := array['what', 'spot', 'why', 'said'];
begin
  if tg_op = 'DELETE' or to_jsonb(new) - words is distinct from to_jsonb(old) - words then
    raise exception 'an order given in an emergency is never changed' using errcode = 'check_violation', constraint = 'dispatch_stays';
  end if;
  return new;
end
$$;
create trigger dispatch_order_stays before update or delete on dispatch_order for each row execute function dispatch_stays();
create trigger dispatch_act_stays before update or delete on dispatch_act for each row execute function dispatch_stays();
