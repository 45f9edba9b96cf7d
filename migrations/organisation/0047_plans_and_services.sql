-- Plans of rounds are kept as those of spot checks are: each has a stable name of its own, and each version says whether it was
-- given up. So they stand in the configuration file, and a version put back is a whole one.
update round_plan set key = 'plan_' || right(replace(id::text, '-', ''), 12) where key is null;
alter table round_plan alter column key set not null;
drop index round_plan_of_pack;
create unique index round_plan_once on round_plan (centre_id, key);
alter table round_plan_version add column closed boolean not null default false;
update round_plan_version v set closed = true from round_plan p
  where p.id = v.plan_id and p.version = v.version and p.closed_at is not null;

-- Services likewise: a stable name, why each version was made, and whether it ceased to be offered with it.
alter table offering add column key text;
update offering set key = 'service_' || right(replace(id::text, '-', ''), 12);
alter table offering alter column key set not null;
create unique index offering_once on offering (centre_id, key);
alter table offering_version add column why text;
