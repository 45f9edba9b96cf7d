-- What a customer is written by itself at the milestones of his matter, each once; and by which channel he wants it, if at all.
create table milestone_told (
  ticket_id uuid not null references ticket,
  milestone text not null check (milestone in ('taken_in', 'assigned', 'on_the_way', 'done', 'closed', 'delayed')),
  of_id uuid not null,
  round integer not null,
  outcome text not null check (outcome in ('written', 'declined', 'no_way')),
  message_id uuid references message,
  at timestamptz(3) not null,
  primary key (ticket_id, milestone, of_id, round),
  constraint written_names_it check ((outcome = 'written') = (message_id is not null))
);
create index milestone_told_by on milestone_told (message_id) where message_id is not null;

alter table customer add column updates text not null default 'any'
  check (updates in ('any', 'none', 'mail', 'chat', 'sms', 'wechat', 'wecom', 'connector'));
