import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type {
  ClosedBecause,
  GroupSort,
  MemberSort,
  MessageSort,
  MessageState,
  Recipient,
  Tone,
} from './conversation.ts';

export type ConversationTable = {
  id: Id<'conversation'>;
  channel_id: Id<'channel'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  subject: string;
  /** Who writes, as the channel knows him: an address in lower case, an id as it is; of a group, the group's. */
  correspondent: string;
  /** As he calls himself. */
  correspondent_name: string;
  /** Null: nobody has said who that is. */
  customer_id: Id<'customer'> | null;
  /** An aside: with somebody else about this matter; its customer has no part in it. */
  about_id: Id<'ticket'> | null;
  /** Null: whoever takes it first. */
  owner_id: Id<'person'> | null;
  /** Since the first message that nobody has answered; null: nothing waits. */
  waiting_since: Instant | null;
  closed_at: Instant | null;
  closed_because: ClosedBecause | null;
  began_at: Instant;
  last_at: Instant;
  /** The other side's own name of it; null: it has none. */
  thread: string | null;
  /** Null: with one correspondent. */
  group_sort: GroupSort | null;
  /** Null: as anywhere. */
  tone: Tone | null;
};

/** Who is in a group, as the channel knows them. */
export type GroupMemberTable = {
  id: Id<'group_member'>;
  conversation_id: Id<'conversation'>;
  address: string;
  name: string;
  sort: MemberSort;
  left_at: Instant | null;
};

export type MessageTable = {
  id: Id<'message'>;
  conversation_id: Id<'conversation'>;
  direction: 'in' | 'out' | 'note';
  sort: Generated<MessageSort>;
  state: MessageState;
  /** One of ours; null: somebody outside. */
  author_id: Id<'person'> | null;
  author_name: string;
  author_address: string;
  recipients: Json<readonly Recipient[]>;
  subject: string;
  text: string;
  /** What was only quoted or signed with. */
  quoted: Generated<string>;
  /** As it came, unsafe; made safe each time it is shown. */
  html: string | null;
  external_id: string | null;
  answers_id: Id<'message'> | null;
  raw_file_id: Id<'file'> | null;
  contact_id: Id<'contact'> | null;
  at: Instant;
  recorded_at: Instant;
  send_at: Instant | null;
  tries: Generated<number>;
  fault: string | null;
  /** When the other side said that it reached him; null: it does not say, or not yet. */
  delivered_at: Instant | null;
};

export type MessageFileTable = {
  message_id: Id<'message'>;
  file_id: Id<'file'>;
  no: number;
  /** Of a picture within the text. */
  content_id: string | null;
};

export type MessageTicketTable = {
  message_id: Id<'message'>;
  ticket_id: Id<'ticket'>;
  /** Null: it came with the thread. */
  by_id: Id<'person'> | null;
  at: Instant;
};
