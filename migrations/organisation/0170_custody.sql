-- KEYS-01, PASS-01, ASST-01: things in custody. Who holds one is said by its last entry; entries are added, never changed.
create table custody_item (
  id uuid primary key,
  centre_id uuid not null references centre,
  -- key of a kind that the settings declare, and what that was as it was registered
  kind text not null,
  sort text not null check (sort in ('key', 'pass', 'certificate', 'asset', 'tool')),
  number text not null,
  label text not null,
  place_id uuid references place,
  -- whose it is, or who applied for it
  customer_id uuid references customer,
  -- what it is worth, in the smallest unit of its currency
  worth bigint check (worth >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  registered_at timestamptz(3) not null,
  by_id uuid not null references person,
  -- number of its last entry: written by the entry itself, see below
  seq integer not null default 0,
  constraint worth_says_currency check ((worth is null) = (currency is null)),
  constraint custody_number_once unique (centre_id, kind, number)
);
create index custody_item_place on custody_item (place_id) where place_id is not null;
create index custody_item_customer on custody_item (customer_id) where customer_id is not null;
create index custody_item_in_order on custody_item (number, id);

create table custody_entry (
  id uuid primary key,
  item_id uuid not null references custody_item on delete cascade,
  seq integer not null check (seq > 0),
  act text not null check (act in ('received', 'drawn', 'handed_over', 'returned', 'handed_out', 'issued', 'renewed', 'withdrawn',
    'damaged', 'mended', 'lost', 'written_off', 'found', 'corrected')),
  -- how it stands from this entry on
  state text not null check (state in ('in_house', 'drawn', 'handed_out', 'issued', 'lost', 'written_off')),
  condition text not null check (condition in ('good', 'worn', 'damaged')),
  from_kind text not null check (from_kind in ('house', 'person', 'customer', 'outside', 'nobody')),
  from_person_id uuid references person,
  from_customer_id uuid references customer,
  from_name text not null default '',
  to_kind text not null check (to_kind in ('house', 'person', 'customer', 'outside', 'nobody')),
  to_person_id uuid references person,
  to_customer_id uuid references customer,
  to_name text not null default '',
  purpose text not null default '',
  due_back timestamptz(3),
  -- last day on which it is valid, YYYY-MM-DD
  valid_until text check (valid_until ~ '^\d{4}-\d\d-\d\d$'),
  -- the report of damage or loss
  what_happened text not null default '',
  cause text not null default '',
  measures text not null default '',
  remark text not null default '',
  -- a counter entry names the one it takes back, and why
  corrects integer,
  ticket_id uuid references ticket,
  count_id uuid,
  happened_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  by_id uuid not null references person,
  constraint custody_entry_in_order unique (item_id, seq),
  constraint held_by_one check (
    (to_kind = 'person') = (to_person_id is not null) and (to_kind = 'customer') = (to_customer_id is not null)
    and (to_kind = 'outside') = (to_name <> '')),
  constraint given_by_one check (
    (from_kind = 'person') = (from_person_id is not null) and (from_kind = 'customer') = (from_customer_id is not null)
    and (from_kind = 'outside') = (from_name <> '')),
  constraint state_says_where check (
    (state = 'in_house') = (to_kind = 'house') and (state in ('lost', 'written_off')) = (to_kind = 'nobody')),
  constraint drawn_says_when_back check ((state = 'drawn') = (due_back is not null)),
  constraint correction_says_what check ((act = 'corrected') = (corrects is not null) and (act <> 'corrected' or remark <> '')),
  constraint report_says_what check (act not in ('damaged', 'lost') or what_happened <> ''),
  constraint one_correction unique (item_id, corrects)
);
create index custody_entry_newest on custody_entry (happened_at desc, id desc);
create index custody_entry_held_by on custody_entry (to_person_id) where to_person_id is not null;
create index custody_entry_held_by_customer on custody_entry (to_customer_id) where to_customer_id is not null;
create index custody_entry_from_person on custody_entry (from_person_id) where from_person_id is not null;
create index custody_entry_from_customer on custody_entry (from_customer_id) where from_customer_id is not null;
create index custody_entry_of_ticket on custody_entry (ticket_id) where ticket_id is not null;

-- An entry follows the last one: next in number, and from whoever held the thing until now. So nobody can hand out what another
-- has, whoever writes to the database.
create function custody_entry_follows() returns trigger language plpgsql as $$
declare
  held record;
  before integer;
begin
  execute format('select seq from %I.custody_item where id = $1 for update', tg_table_schema) into before using new.item_id;
  if new.seq <> before + 1 then
    raise exception 'entry % of a thing whose last is %', new.seq, before using errcode = 'unique_violation', constraint = 'custody_entry_in_order';
  end if;
  if before > 0 then
    execute format('select to_kind, to_person_id, to_customer_id, to_name from %I.custody_entry where item_id = $1 and seq = $2',
      tg_table_schema) into held using new.item_id, before;
    if (held.to_kind, held.to_person_id, held.to_customer_id, held.to_name)
      is distinct from (new.from_kind, new.from_person_id, new.from_customer_id, new.from_name) then
      raise exception 'given by somebody who does not hold it' using errcode = 'check_violation', constraint = 'custody_given_by_holder';
    end if;
  end if;
  execute format('update %I.custody_item set seq = $1 where id = $2', tg_table_schema) using new.seq, new.item_id;
  return new;
end
$$;
create trigger custody_entry_follows before insert on custody_entry for each row execute function custody_entry_follows();

-- What was entered stays. Only the names and words in it may go, as whoever they are about is erased.
create function custody_entry_stays() returns trigger language plpgsql as $$
declare
  words constant text[] := array['from_name', 'to_name', 'purpose', 'what_happened', 'cause', 'measures', 'remark'];
begin
  if to_jsonb(new) - words is distinct from to_jsonb(old) - words then
    raise exception 'an entry of custody is never changed' using errcode = 'check_violation', constraint = 'custody_entry_stays';
  end if;
  return new;
end
$$;
create trigger custody_entry_stays before update on custody_entry for each row execute function custody_entry_stays();

-- Every thing has its last entry, as it commits.
alter table custody_item add constraint custody_item_is_held foreign key (id, seq) references custody_entry (item_id, seq)
  deferrable initially deferred;

-- What was corrected of a thing itself, as it stood before.
create table custody_change (
  item_id uuid not null references custody_item on delete cascade,
  no integer not null,
  before jsonb not null,
  by_id uuid not null references person,
  at timestamptz(3) not null,
  primary key (item_id, no)
);

-- ASST-03, ASST-05: a count, what was expected line by line, what was found, and how each difference was settled.
create table custody_count (
  id uuid primary key,
  centre_id uuid not null references centre,
  sort text not null check (sort in ('key', 'pass', 'certificate', 'asset', 'tool')),
  -- key of one kind; null: all of that sort
  kind text,
  -- of a plan of the house: its key and the first day of its period; null: begun besides
  plan_key text,
  begins text,
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  begun_at timestamptz(3),
  begun_by_id uuid references person,
  done_at timestamptz(3),
  done_by_id uuid references person,
  settled_at timestamptz(3),
  constraint planned_count_says_period check ((plan_key is null) = (begins is null)),
  constraint begun_count_says_by_whom check ((begun_at is null) = (begun_by_id is null))
);
create unique index custody_count_once on custody_count (centre_id, plan_key, begins) where plan_key is not null;
create index custody_count_newest on custody_count (from_at desc, id desc);
alter table custody_entry add constraint custody_entry_of_count foreign key (count_id) references custody_count;
create index custody_entry_count on custody_entry (count_id) where count_id is not null;

create table custody_count_line (
  id uuid primary key,
  count_id uuid not null references custody_count on delete cascade,
  -- null: found, and in no book
  item_id uuid references custody_item,
  -- of what is in no book: what it is
  label text not null default '',
  -- the entry that said where it was expected
  expected_seq integer,
  found text check (found in ('as_booked', 'in_house', 'damaged', 'missing', 'surplus')),
  remark text not null default '',
  found_at timestamptz(3),
  found_by_id uuid references person,
  settled_as text check (settled_as in ('lost', 'written_off', 'found', 'damaged', 'entered', 'explained')),
  reason text not null default '',
  settled_at timestamptz(3),
  settled_by_id uuid references person,
  constraint counted_says_who check ((found is null) = (found_at is null) and (found is null) = (found_by_id is null)),
  constraint surplus_is_in_no_book check ((item_id is null) = (label <> '') and (item_id is null) = (expected_seq is null)),
  constraint settled_says_why check ((settled_as is null) = (reason = '') and (settled_as is null) = (settled_at is null)),
  constraint another_settles check (settled_by_id is distinct from found_by_id or settled_by_id is null),
  constraint counted_once unique (count_id, item_id)
);
create index custody_count_line_item on custody_count_line (item_id) where item_id is not null;

-- Whoever receives at the desk keeps keys and passes; above them differences are approved; whoever runs the house sees it all.
update post set rights = rights || '{"custody.see": "centre", "custody.keep": "centre"}'::jsonb
  where key in ('front_desk_clerk', 'customer_service_assistant', 'permits_keys_assistant', 'emergency_line', 'maintenance_supervisor');
update post set rights = rights || '{"custody.see": "centre", "custody.keep": "centre", "custody.approve": "centre"}'::jsonb
  where rights ->> 'ticket.close' = 'centre';
update post set rights = rights || '{"custody.see": "centre"}'::jsonb
  where not rights ? 'custody.see' and rights ->> 'report.see' = 'centre';
update post set rights = rights || '{"custody.see": "organisation"}'::jsonb
  where not rights ? 'custody.see' and rights ->> 'report.see' = 'organisation' and rights ? 'ticket.see';
-- The report of keys and passes is theirs to write.
update post set rights = rights || '{"report.see": "department"}'::jsonb where key = 'permits_keys_assistant' and not rights ? 'report.see';
