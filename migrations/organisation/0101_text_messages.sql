-- Text messages by a gateway.

-- who wants no more of them: remembered until he says otherwise
create table channel_opt_out (
  channel_id uuid not null references channel,
  address text not null,
  at timestamptz(3) not null,
  primary key (channel_id, address)
);

-- under what the gateway reports on a message of ours, as a digest
create table channel_reference (
  channel_id uuid not null references channel,
  digest bytea not null,
  message_id uuid not null references message,
  primary key (channel_id, digest)
);

alter table message drop constraint message_sort_check;
alter table message add constraint message_sort_check
  check (sort in ('message', 'automatic', 'bounce', 'unreadable', 'opt_out'));
