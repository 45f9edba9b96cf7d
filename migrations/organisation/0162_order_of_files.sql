-- In which order files were given to what they belong to: the pages of a letter. Null: before this was kept, or with what came from outside.
alter table file add column no integer;
