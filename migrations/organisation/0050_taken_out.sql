-- Whatever leaves the house stands in one book, not only lists: papers of figures, the journal, the configuration, one customer's
-- data, a backup, and what goes on leaving (an address of a calendar, a webhook). `list` says what it was.
alter table list_taken_out drop constraint list_taken_out_format_check;
alter table list_taken_out add constraint list_taken_out_format_check
  check (format in ('csv', 'xlsx', 'pdf', 'json', 'ics', 'webhook', 'backup'));
-- nobody who signed in: a command on the machine itself
alter table list_taken_out alter person_id drop not null;
-- not counted in rows: a file of settings, what goes on leaving
alter table list_taken_out alter rows drop not null;
-- of one person, or of one list, the newest first; a centre takes out a few a day
create index list_taken_out_of_person on list_taken_out (person_id, started_at desc, id desc);
create index list_taken_out_of_list on list_taken_out (list, started_at desc, id desc);
