-- What is written about a matter with somebody who is not its customer: a firm, an office. Its answers come back into the matter.
alter table conversation add about_id uuid references ticket;
create index conversation_about on conversation (about_id, last_at desc) where about_id is not null;
alter table conversation add constraint aside_has_no_customer check (about_id is null or customer_id is null);
