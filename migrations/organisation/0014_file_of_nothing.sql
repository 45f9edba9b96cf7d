-- Uploads that were given to nothing: few, and looked for every hour.
create index file_of_nothing on file (at) where subject_id is null;
