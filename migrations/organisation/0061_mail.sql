-- What mail needs besides conversations.

-- an address from which ours came back: its next mail takes the mark away
create table address_fault (
  address text primary key,
  since timestamptz(3) not null,
  -- in the words of the server that refused
  said text not null
);

-- many servers deliver name+mark@ to name@, others refuse it: known once one of ours has come back
alter table channel_state add takes_marks boolean not null default false;

-- the same mail, told by its bytes where it has no name
create index file_of_message on file (sha256) where subject_type = 'message';

-- how many went out just now, for the pace
create index message_sent_lately on message (at) where direction = 'out' and state = 'sent';
