-- REPT-07, REPT-09, REPT-14: besides the two sorts that every centre owes, a house declares reports that one post owes another.
-- One table holds them all; such a one keeps its plan as it stood when its period began.
alter table summary drop constraint summary_about_check;
alter table summary add constraint summary_about_check check (about in ('matters', 'service', 'upward'));
alter table summary drop constraint summary_period_check;
alter table summary add constraint summary_period_check check (period in ('week', 'month', 'quarter', 'year'));
alter table summary alter column department_id drop not null;
alter table summary add column plan_key text;
alter table summary add column plan jsonb;
alter table summary add constraint report_has_its_plan check (
  (about = 'upward') = (plan_key is not null) and (about = 'upward') = (plan is not null) and (about = 'upward' or department_id is not null));
-- its plan was changed or given up before its period was over
alter table summary add column dropped_at timestamptz(3);
alter table summary drop constraint summary_once;
create unique index summary_once on summary (centre_id, about, plan_key, period, begins) nulls not distinct where dropped_at is null;
alter table summary drop constraint sent_service_report_is_signed;
alter table summary add constraint sent_report_is_signed check (about = 'matters' or submitted_at is null or signed_as is not null);
-- the post it went to; whoever comes into it later sees what came before him
alter table summary add column addressee_post_id uuid references post;
create index summary_to_post on summary (addressee_post_id) where addressee_post_id is not null;

-- to whom it was brought and when, and when he said that he has it
create table summary_addressee (
  summary_id uuid not null references summary,
  person_id uuid not null references person,
  told_at timestamptz(3) not null,
  received_at timestamptz(3),
  primary key (summary_id, person_id)
);
create index summary_addressee_of on summary_addressee (person_id);
insert into summary_addressee (summary_id, person_id, told_at, received_at)
select s.id, s.addressee_id, s.submitted_at, (select min(n.acknowledged_at) from notification n
  where n.subject_id = s.id and n.type like 'summary.%submitted' and n.person_id = s.addressee_id)
from summary s where s.addressee_id is not null and s.submitted_at is not null;
