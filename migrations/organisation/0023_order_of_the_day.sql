-- The handover note of a post's shift: written from what is open, completed by hand, accepted by the next.
create table shift_note (
  id uuid primary key,
  centre_id uuid not null references centre,
  post_id uuid not null references post,
  department_id uuid references department,
  from_at timestamptz(3) not null,
  -- what stood at the moment of writing: ids, keys, moments and numbers, with what was remarked on each
  lines jsonb not null,
  figures jsonb not null,
  text text not null,
  by_id uuid not null references person,
  handed_at timestamptz(3) not null,
  -- null: whoever takes the post next
  to_id uuid references person,
  accepted_by_id uuid references person,
  accepted_at timestamptz(3),
  remark text,
  constraint accepted_note_says_who check ((accepted_at is null) = (accepted_by_id is null)),
  constraint nobody_accepts_his_own_note check (accepted_by_id is null or accepted_by_id <> by_id)
);
create index shift_note_newest on shift_note (handed_at desc, id desc);
create index shift_note_of_post on shift_note (post_id, handed_at desc);
