-- Of a stretch at the telephone a figure is made; each has a name by which it is found again.
alter table telephone_state add id uuid not null default gen_random_uuid();
alter table telephone_state alter id drop default;
alter table telephone_state add constraint telephone_state_id unique (id);
create index telephone_state_since on telephone_state (since desc, id desc);
create index phone_call_answered_by on phone_call (answered_by_id, answered_at) where answered_by_id is not null;

-- Whether the caller is on hold just now, and whether his card number is kept out of the recording.
alter table phone_call add held_since timestamptz(3), add muted_since timestamptz(3);

-- The recording of a call, once it came from the exchange into the house; or why it could not.
alter table phone_call add recording_id uuid references file, add recording_fault text;
create index phone_call_recorded on phone_call (began_at) where recording is not null;
create index phone_call_recording on phone_call (recording_id) where recording_id is not null;
alter table look drop constraint look_way_check,
  add constraint look_way_check check (way in ('customer', 'ticket', 'desk', 'found', 'recording'));
