-- What a newer pack brings and this house does not want: said once, by whom and why, and taken all the same later on if it likes.
create table pack_declined (
  part text not null,
  key text not null,
  by_id uuid references person,
  why text not null,
  at timestamptz(3) not null,
  primary key (part, key)
);
