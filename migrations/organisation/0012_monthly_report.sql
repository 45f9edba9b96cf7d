-- REPT-06, PRIN-07: the month's special customer situations are reported upward as the week's complaints are: one table
-- holds what a centre owes in words about each of its periods.
alter table weekly_summary rename to summary;
alter table summary rename column week to begins;
alter table summary add column period text not null default 'week' check (period in ('week', 'month'));
alter table summary alter column period drop default;
-- its first day where the centre stands, a Monday or the first of a month; one of each kind, whoever begins it
alter table summary drop constraint weekly_summary_centre_id_week_key;
alter table summary add constraint summary_once unique (centre_id, period, begins);
alter index weekly_summary_newest rename to summary_newest;
-- a month's situations, without reading every note ever written
create index note_of_situation on note (at) where kind = 'situation';
