-- What is owed by a post and not by a person: a handful of open promises, found by the post for the list of whoever holds it.
create index commitment_open_of_post on commitment (post_id, due_at) where settled_at is null and post_id is not null;
