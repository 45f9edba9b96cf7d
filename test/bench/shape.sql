-- The large shape, set by set: `:name` is put in by shape.ts. Runs in one transaction after the tables were emptied in it,
-- so that nothing of it is written twice (once to the log, once to the tables).

create function pg_temp.made(at timestamptz, what text) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(what), 1, 3) || '8' || substr(md5(what), 4, 15))::uuid
$$;
create function pg_temp.drawn(n int, what int, among int) returns int language sql immutable as $$
  select (hashint8(n::bigint * 31 + what)::bigint & 2147483647)::int % among
$$;

create temp table caller as
  select row_number() over (order by c.id) - 1 as n, c.id, c.name, p.digits, cp.place_id, e.terms, e.folded
  from customer c join customer_phone p on p.customer_id = c.id join customer_place cp on cp.customer_id = c.id
    join search_entry e on e.subject_id = c.id;
create unique index on caller (n);
create temp table clerk as
  select row_number() over (order by p.id) - 1 as n, p.id from person p join person_post pp on pp.person_id = p.id
    join post o on o.id = pp.post_id where o.key = 'front_desk_clerk' and pp.deputy_rank is null;
create temp table worker as
  select row_number() over (order by p.id) - 1 as n, p.id, o.department_id from person p join person_post pp on pp.person_id = p.id
    join post o on o.id = pp.post_id where o.key = 'repair_worker' and pp.deputy_rank is null;
create temp table sort as select * from jsonb_to_recordset(:sorts) as s(n int, key text, version int, department_id uuid, active text, closed text, needs boolean);
analyze caller, clerk, worker, sort, matter;

create temp table plan as
with drawn as (
  select n, n >= :tickets - :open as open,
    case when n >= :tickets - :open then :until::timestamptz - (:tickets - n) * (interval '25 days' / :open)
      else :until::timestamptz - interval '6 years' + n * ((interval '6 years' - interval '4 days') / (:tickets - :open)) end as at
  from generate_series(0, :tickets - 1) n
)
select d.n, d.open, date_trunc('milliseconds', d.at) as at, pg_temp.made(d.at, 't' || d.n) as id, pg_temp.made(d.at, 'w' || d.n) as order_id,
  case when not d.open then date_trunc('milliseconds', d.at + interval '1 hour' * (1 + pg_temp.drawn(d.n, 1, 72))) end as ended,
  c.id as customer_id, c.place_id, c.name, c.digits, s.key as kind, s.version, s.active, s.closed, s.department_id,
  k.id as owner_id, w.id as worker_id, w.department_id as worker_department,
  -- of those that need hands, nine in ten have an order
  s.needs and pg_temp.drawn(d.n, 2, 10) > 0 as sent, s.needs as needs, pg_temp.drawn(d.n, 3, :matters) as matter, c.n as caller,
  case when d.open then date_trunc('milliseconds', :until::timestamptz + (pg_temp.drawn(d.n, 4, 100000) / 100000.0 * 30 - 4) * interval '1 day') else d.at + interval '3 days' end as due
from drawn d
  join caller c on c.n = pg_temp.drawn(d.n, 5, (select count(*)::int from caller))
  join clerk k on k.n = pg_temp.drawn(d.n, 6, (select count(*)::int from clerk))
  join worker w on w.n = pg_temp.drawn(d.n, 7, (select count(*)::int from worker))
  join sort s on s.n = pg_temp.drawn(d.n, 8, (select count(*)::int from sort))
order by d.n;
analyze plan;

insert into ticket (id, number, kind, kind_version, stage, stage_class, title, need, urgency, channel, customer_id, caller_name, caller_phone,
  place_id, centre_id, department_id, owner_id, opened_by_id, opened_at, answered_at, resolved_at, outcome, told_at, closed_at, satisfaction, severity)
select p.id, 10001 + p.n, p.kind, p.version, case when p.open then p.active else p.closed end, case when p.open then 'active' else 'closed' end,
  m.title, m.need, (array['normal', 'normal', 'urgent'])[1 + p.n % 3], (array['phone', 'phone', 'counter', 'wechat'])[1 + p.n % 4], p.customer_id,
  p.name, p.digits, p.place_id, :centre::uuid, p.department_id, p.owner_id, p.owner_id, p.at, p.at + interval '20 minutes',
  p.ended, case when p.open then null else '已处理' end, p.ended, p.ended, case when p.open or p.n % 3 = 0 then null else 3 + p.n % 3 end,
  case when p.kind = 'complaint' then 'ordinary' end
from plan p join matter m on m.n = p.matter order by p.n;

insert into work_order (id, ticket_id, no, department_id, person_id, task, stage, issued_by_id, issued_at, accepted_at, done_at, minutes)
select order_id, id, 1, worker_department, case when open and n % 20 = 0 then null else worker_id end, '上门处理',
  case when not open then 'done' when n % 20 = 0 then 'issued' else 'accepted' end, owner_id, at + interval '10 minutes',
  case when not open or n % 20 > 0 then at + interval '30 minutes' end, ended, case when open then null else 40 end
from plan where sent order by n;

insert into contact (id, direction, channel, purpose, customer_id, caller_name, caller_phone, place_id, need, centre_id, by_id, at)
select pg_temp.made(at, 'c' || n), 'in', (array['phone', 'phone', 'counter', 'wechat'])[1 + n % 4], 'repair', customer_id, name, digits, place_id,
  '', :centre::uuid, owner_id, at
from plan order by n;
insert into contact_ticket (contact_id, ticket_id) select pg_temp.made(at, 'c' || n), id from plan order by n;
insert into ticket_sight (ticket_id, person_id, why, since) select id, owner_id, 'first_receiver', at from plan order by n;

-- three promises each: the first answer, sending somebody, and having it done; the last is what an open one still owes
insert into commitment (id, kind, subject_type, subject_id, ticket_id, owner_id, department_id, centre_id, calendar_id, calendar_version, allowance, basis,
  started_at, due_at, state, settled_at, outcome, ladder, climbed, next_fire_at)
select pg_temp.made(p.at, k.kind || p.n), k.kind, 'ticket', p.id, p.id, p.owner_id, p.department_id, :centre::uuid, :calendar::uuid, 1, k.allowance, 'clock',
  p.at, d.due, case when o.owed then 'running' when o.late then 'late' else 'kept' end, case when not o.owed then d.due + o.off end,
  case when o.owed then null when o.late then 'late' else 'kept' end,
  case when o.owed then (select jsonb_agg(jsonb_set(r, '{at}', to_jsonb(to_char((d.due - interval '1 hour' * (4 - nth)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) order by nth)
    from jsonb_array_elements(:ladder) with ordinality as l(r, nth)) else :ladder end,
  case when o.owed and d.due > :until::timestamptz then 0 else 4 end,
  case when o.owed and d.due > :until::timestamptz then d.due end
from plan p
  cross join (values (1, 'first_answer', 'PT4H', interval '4 hours'), (2, 'dispatch', 'PT2H', interval '2 hours'), (3, 'complete', 'P3D', interval '3 days')) k(no, kind, allowance, span)
  cross join lateral (select case when k.no = 3 then p.due when k.no = 2 and p.open and p.needs and not p.sent then p.due else p.at + k.span end as due) d
  cross join lateral (select p.open and (k.no = 3 or (k.no = 2 and p.needs and not p.sent)) as owed, (p.n + k.no) % 11 = 0 as late,
    case when (p.n + k.no) % 11 = 0 then interval '1 hour' else interval '-1 hour' end as off) o
order by p.n;

-- ten facts each: six of the ticket's own, one of each promise, and the order's or a seventh of its own
insert into event (subject_type, subject_id, seq, type, ticket_id, actor_id, happened_at, recorded_at, data)
select f.subject, case f.subject when 'ticket' then p.id when 'work_order' then p.order_id else pg_temp.made(p.at, f.kind || p.n) end,
  f.seq, case when p.open then f.type_open else f.type end, p.id, p.owner_id, p.at + f.after, p.at + f.after, f.data
from plan p cross join (values
  ('ticket', null, 1, 'ticket.opened', 'ticket.opened', interval '0', '{"kind": "leak", "channel": "phone", "urgency": "normal"}'::jsonb),
  ('ticket', null, 2, 'ticket.contact', 'ticket.contact', interval '0', '{"direction": "in"}'),
  ('ticket', null, 3, 'ticket.moved_stage', 'ticket.moved_stage', interval '10 minutes', '{"to": "dispatched", "from": "registered", "class": "active"}'),
  ('ticket', null, 4, 'ticket.resolved', 'ticket.changed', interval '50 minutes', '{}'),
  ('ticket', null, 5, 'ticket.told', 'ticket.changed', interval '55 minutes', '{"channel": "phone"}'),
  ('ticket', null, 6, 'ticket.closed', 'ticket.changed', interval '60 minutes', '{}'),
  ('commitment', 'first_answer', 1, 'commitment.started', 'commitment.started', interval '0', '{"kind": "first_answer", "about": "ticket"}'),
  ('commitment', 'dispatch', 1, 'commitment.started', 'commitment.started', interval '0', '{"kind": "dispatch", "about": "ticket"}'),
  ('commitment', 'complete', 1, 'commitment.started', 'commitment.started', interval '0', '{"kind": "complete", "about": "ticket"}'),
  ('work_order', null, 1, 'work_order.issued', 'work_order.issued', interval '10 minutes', '{"no": 1}')
) f(subject, kind, seq, type, type_open, after, data)
where f.subject <> 'work_order' or p.sent
union all
select 'ticket', id, 7, 'ticket.changed', id, owner_id, at + interval '5 minutes', at + interval '5 minutes', '{}' from plan where not sent;

insert into return_visit (id, ticket_id, rule, state, created_at, ended_at, attempts, most_attempts, may_decline, satisfaction)
select pg_temp.made(ended, 'v' || n), id, 'other_repair', 'made', ended, ended + interval '1 day', 1, 3, true, 3 + n % 3
from plan where not open and n % 3 = 0 and ended + interval '1 day' < :until::timestamptz order by n;

-- terms are a union of what each field's are, so those of the number are all that is left to make
insert into search_entry (subject_type, subject_id, at, centre_id, terms, folded)
select 'ticket', p.id, p.at, :centre::uuid,
  array_to_tsvector(array(select distinct substr((10001 + p.n)::text, k) from generate_series(1, length((10001 + p.n)::text)) k)) || m.terms || c.terms,
  (10001 + p.n)::text || ' ' || m.folded || ' ' || c.folded
from plan p join matter m on m.n = p.matter join caller c on c.n = p.caller order by p.n;

select setval('ticket_number', 10001 + :tickets);
