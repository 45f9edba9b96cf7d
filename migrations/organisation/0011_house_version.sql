-- Who works here, in which posts, departments and centres, the calendars, kinds and settings: asked all day, changed now and
-- then. Each change raises this version as it commits, so that a process may keep what it has read until it rises.
create table house_version (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into house_version (version) values (1);

-- Deferred to the commit: the one row is locked for no longer than that. Once a transaction is enough.
create function raise_house_version() returns trigger language plpgsql as $$
begin
  execute format('update %I.house_version set version = version + 1 where xmin <> pg_current_xact_id()::xid', tg_table_schema);
  return null;
end
$$;

create constraint trigger house_changed after insert or update or delete on centre
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on department
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on post
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on person
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on person_post
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on absence
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on calendar
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on calendar_version
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on kind_version
  deferrable initially deferred for each row execute function raise_house_version();
create constraint trigger house_changed after insert or update or delete on settings_version
  deferrable initially deferred for each row execute function raise_house_version();
