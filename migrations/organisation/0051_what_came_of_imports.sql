-- The rows of a file are deleted after thirty days; what came of them stays: how many were new, changed, refused, taken back.
alter table list_import add column counts jsonb;
