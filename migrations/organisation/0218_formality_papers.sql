-- PASS-05: what was brought for a formality, paper by paper, and who found it in order. Looks are added, never changed: the last one counts.
create table ticket_paper (
  id uuid primary key,
  ticket_id uuid not null references ticket on delete cascade,
  no integer not null check (no > 0),
  -- key of a paper of the ticket's kind
  paper text not null,
  state text not null check (state in ('brought', 'in_order', 'not_in_order')),
  pieces integer not null check (pieces > 0),
  remark text not null default '',
  -- scans that came with this look; they belong to the ticket
  file_ids uuid[] not null default '{}',
  by_id uuid not null references person,
  at timestamptz(3) not null,
  constraint looks_in_order unique (ticket_id, no),
  constraint not_in_order_says_why check (state <> 'not_in_order' or remark <> '')
);

-- Only the words may go, as whoever they are about is erased.
create function ticket_paper_stays() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'remark' is distinct from to_jsonb(old) - 'remark' then
    raise exception 'a look at a paper is never changed' using errcode = 'check_violation', constraint = 'ticket_paper_stays';
  end if;
  return new;
end
$$;
create trigger ticket_paper_stays before update on ticket_paper for each row execute function ticket_paper_stays();
