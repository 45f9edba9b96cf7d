-- A centre owes two things about each week and month: the matters summed up (complaints, special situations), and its service in
-- figures. One table holds both.
alter table summary add column about text not null default 'matters' check (about in ('matters', 'service'));
alter table summary alter column about drop default;
alter table summary drop constraint summary_once;
alter table summary add constraint summary_once unique (centre_id, about, period, begins);
-- why promises were late, by hand; and the name it was signed with as it was sent
alter table summary add column late_because text;
alter table summary add column signed_as text;
alter table summary add constraint sent_service_report_is_signed check (about <> 'service' or submitted_at is null or signed_as is not null);
