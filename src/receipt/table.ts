import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { DELIVERED_BY, KNOWN_BY, ReceiptState } from './receipt.ts';

/** One household's receipt of a notice: how it was given it, and how it said that it knows. */
export type NoticeReceiptTable = {
  id: Id<'notice_receipt'>;
  /** The notice. */
  ticket_id: Id<'ticket'>;
  /** Whom it is given to for the household. */
  customer_id: Id<'customer'>;
  /** Where the household is; who holds several is told once. */
  place_id: Id<'place'>;
  state: ReceiptState;
  message_id: Id<'message'> | null;
  delivered_at: Instant | null;
  delivered_by: (typeof DELIVERED_BY)[number] | null;
  known_at: Instant | null;
  known_by: (typeof KNOWN_BY)[number] | null;
  /** When it was called on in vain. */
  missed_at: Instant | null;
  /** Who of us wrote down the last of these; null: nobody of us did. */
  by_id: Id<'person'> | null;
};
