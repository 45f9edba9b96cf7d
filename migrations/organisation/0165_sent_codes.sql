-- A customer who is known may have a code sent to his own telephone or address, and enters with it.
alter table customer_access drop constraint customer_access_kind_check;
alter table customer_access add constraint customer_access_kind_check check (kind in ('link', 'code', 'sent', 'session'));
