-- Every change shows the former value. Facts stand in the event; words stand here, so that they can be erased.
create table former_words (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  -- one act of changing, named by its event
  change_id uuid not null,
  -- a column of the ticket, or `fields.` and the key of one of its kind's own
  field text not null,
  words text not null
);
create index former_words_of_change on former_words (change_id);
create index former_words_of_ticket on former_words (ticket_id);
