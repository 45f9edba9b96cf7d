-- PTRL-01, PTRL-03: of a finding is recorded what was done about it: handled on the spot, reported upward and to whom, or suggested to
-- the department concerned, which owes an answer.
alter table round_result
  add column way text check (way in ('handled', 'reported', 'suggested')),
  -- what was done on the spot, or is suggested
  add column measures text not null default '',
  add column reported_to_id uuid references person,
  -- in the order in which results were written down
  add column seq serial,
  drop constraint fault_has_a_follow_up,
  -- what was handled on the spot leads to nothing more
  add constraint fault_has_a_follow_up
    check ((result = 'fault' and way is distinct from 'handled') = (ticket_id is not null)),
  add constraint only_a_fault_has_a_way check (way is null or result = 'fault'),
  add constraint reported_says_to_whom check ((way is not distinct from 'reported') = (reported_to_id is not null)),
  add constraint handled_or_suggested_says_what check (way is null or way = 'reported' or measures <> '');
create index round_finding_newest on round_result (at desc, round_id desc, seq desc) where result = 'fault';

-- PTRL-01: begun by hand, when somebody went; PTRL-06, VISIT-20: of one vacant unit, or of one tenant in his unit
alter table round
  add column begun_by_id uuid references person,
  add column place_id uuid references place,
  add column customer_id uuid references customer,
  add constraint round_of_a_customer_says_where check (customer_id is null or place_id is not null);
drop index round_once_a_period;
create unique index round_once_a_period on round (plan_id, begins, place_id, customer_id) nulls not distinct
  where dropped_at is null and begun_by_id is null;
create index round_of_place on round (place_id, plan_id, due_at desc) where dropped_at is null and place_id is not null;
create index round_of_customer on round (customer_id, due_at desc) where dropped_at is null and customer_id is not null;
