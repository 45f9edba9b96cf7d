-- CHAN-21: what a photo shows, in the words of whoever sent it; empty: he did not say. It goes with the file.
alter table file add column shows text not null default '';
