import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Call, OfferOutcome, Outcome } from './call.ts';
import type { ChannelNotes } from './notes.ts';
import type { LineChannel, TelephoneSettings } from './system.ts';
import type { PauseReason } from './agent-state.ts';
import type { Order } from './order.ts';

export type TelephoneSystemTable = {
  id: Id<'telephone_system'>;
  name: string;
  centre_id: Id<'centre'>;
  settings: Json<TelephoneSettings>;
  /** Sealed (src/platform/seal-key.ts). */
  secret: string;
  /** Of its REST interface, sealed; null: the manager's is its too. */
  ari_secret: string | null;
  made_by_id: Id<'person'>;
  made_at: Instant;
  off_at: Instant | null;
  ended_at: Instant | null;
  /** Since when a node listens to it; null: none does. */
  connected_at: Instant | null;
  failing_since: Instant | null;
  fault: string | null;
};

export type ExtensionTable = {
  person_id: Id<'person'>;
  system_id: Id<'telephone_system'>;
  /** What colleagues dial. */
  number: string;
  /** What the exchange calls it: `PJSIP/agent1`. */
  endpoint: string;
};

export type PhoneCallTable = {
  id: Id<'phone_call'>;
  system_id: Id<'telephone_system'> | null;
  key: string;
  direction: 'in' | 'out';
  /** Whom we speak with, in the form in which numbers are compared. */
  number: string | null;
  customer_id: Id<'customer'> | null;
  line: string | null;
  channel: LineChannel;
  queue: string | null;
  centre_id: Id<'centre'>;
  began_at: Instant;
  joined_at: Instant | null;
  rang_at: Instant | null;
  answered_at: Instant | null;
  answered_by_id: Id<'person'> | null;
  rings: number | null;
  held_ms: Generated<number>;
  muted_ms: Generated<number>;
  /** On hold, and its recording silent, since then; null: it is not. */
  held_since: Generated<Instant | null>;
  muted_since: Generated<Instant | null>;
  /** As the exchange calls it. */
  recording: string | null;
  /** The recording itself, once it came from there; or why it does not come. */
  recording_id: Id<'file'> | null;
  recording_fault: string | null;
  ended_at: Instant | null;
  ended_by: Call['endedBy'];
  cause: number | null;
  outcome: Outcome | null;
  unseen: Generated<boolean>;
  contact_id: Id<'contact'> | null;
  notes: Json<ChannelNotes[]> | null;
};

export type PhoneOfferTable = {
  call_id: Id<'phone_call'>;
  key: string;
  number: string | null;
  person_id: Id<'person'> | null;
  at: Instant;
  answered_at: Instant | null;
  ended_at: Instant | null;
  outcome: OfferOutcome | null;
};

export type PhoneTransferTable = {
  id: Id<'phone_transfer'>;
  call_id: Id<'phone_call'>;
  key: string | null;
  kind: 'blind' | 'attended';
  from_id: Id<'person'> | null;
  to_id: Id<'person'> | null;
  to_number: string | null;
  reason: string | null;
  at: Instant;
  outcome: 'taken' | 'returned' | 'lost' | null;
};

export type TelephoneStateTable = {
  id: Id<'telephone_state'>;
  person_id: Id<'person'>;
  since: Instant;
  until: Instant | null;
  state: 'ready' | 'paused';
  reason: PauseReason | null;
};

export type TelephoneOrderTable = {
  id: Id<'telephone_order'>;
  system_id: Id<'telephone_system'>;
  call_id: Id<'phone_call'> | null;
  by_id: Id<'person'>;
  action: Json<Order>;
  made_at: Instant;
  done_at: Instant | null;
  fault: string | null;
};
