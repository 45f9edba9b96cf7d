import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { ChannelKind } from './kinds.ts';

export type ChannelTable = {
  id: Id<'channel'>;
  kind: ChannelKind;
  name: string;
  /** What customers write to, and what our answers come from. */
  address: string;
  centre_id: Id<'centre'>;
  /** Whose it is to answer; null: the front desk's. */
  department_id: Id<'department'> | null;
  /** Servers, ports, names: the shape of the channel's kind; never a secret. */
  settings: Json<unknown>;
  /** Sealed (src/platform/seal-key.ts). */
  secret: string;
  made_by_id: Id<'person'>;
  made_at: Instant;
  off_at: Instant | null;
  ended_at: Instant | null;
};

export type ChannelStateTable = {
  channel_id: Id<'channel'>;
  /** What was last looked at, in the channel's own terms. */
  place: Json<unknown>;
  checked_at: Instant | null;
  failing_since: Instant | null;
  fault: string | null;
  /** A mail to its address with a mark has come back to it: replies may be asked for there. */
  takes_marks: Generated<boolean>;
  send_failing_since: Instant | null;
  send_fault: string | null;
};

/** Each mail of each mailbox is taken in once: the row is written with its message. */
export type MailTakenTable = {
  channel_id: Id<'channel'>;
  uid_validity: Generated<string>;
  uid: Generated<string>;
  message_id: Id<'message'>;
};

/** Each message another system hands in is taken in once: the row is written with it. */
export type ChannelTakenTable = {
  channel_id: Id<'channel'>;
  /** SHA-256 of the other side's name of it. */
  digest: Buffer;
  message_id: Id<'message'>;
};

/** Whose an address of a channel is: said by somebody here, never by the other side. */
export type ChannelBindingTable = {
  channel_id: Id<'channel'>;
  address: string;
  /** Null: only the unit is known. */
  customer_id: Id<'customer'> | null;
  /** Whose code he scanned; null: none. */
  place_id: Id<'place'> | null;
  at: Instant;
};

/** What a code stands for: a unit, as often as anybody scans it, or a customer, once. */
export type ChannelSceneTable = {
  id: Id<'channel_scene'>;
  channel_id: Id<'channel'>;
  scene: string;
  place_id: Id<'place'> | null;
  customer_id: Id<'customer'> | null;
  by_id: Id<'person'>;
  at: Instant;
  /** What the code says; null: not told yet. */
  url: string | null;
  until: Instant | null;
  used_at: Instant | null;
};

/** Who wants nothing more by a channel. */
export type ChannelOptOutTable = {
  channel_id: Id<'channel'>;
  address: string;
  at: Instant;
};

/** Under what the other side reports on a message of ours. */
export type ChannelReferenceTable = {
  channel_id: Id<'channel'>;
  /** SHA-256 of the other side's name of it. */
  digest: Buffer;
  message_id: Id<'message'>;
};

/** An address from which a mail of ours came back, in lower case. */
export type AddressFaultTable = {
  address: string;
  since: Instant;
  said: string;
};
