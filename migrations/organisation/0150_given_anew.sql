-- CONS-05: what was signed for before a matter was opened again, and has to be signed for anew, is kept and counts no more.
alter table approval add column lapsed_at timestamptz(3);
