-- The REST interface of an exchange has a user and a secret of its own; null: the manager's is its too.
alter table telephone_system add ari_secret text;
