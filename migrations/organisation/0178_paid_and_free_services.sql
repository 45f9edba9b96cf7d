-- AGCY-02: what a service costs as a number (0: it is free), for which unit, and in which hours it is done.
alter table offering_version add column amount integer check (amount >= 0);
alter table offering_version add column unit jsonb not null default '{"en": "", "zh-hans": "", "zh-hant": ""}';
alter table offering_version add column hours jsonb not null default '{"en": "", "zh-hans": "", "zh-hant": ""}';
