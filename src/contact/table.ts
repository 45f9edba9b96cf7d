import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type ContactTable = {
  id: Id<'contact'>;
  direction: 'in' | 'out';
  channel:
    | 'phone'
    | 'visit'
    | 'counter'
    | 'letter'
    | 'email'
    | 'chat'
    | 'wechat'
    | 'sms'
    | 'web'
    | 'complaint_line'
    | 'emergency_line'
    | 'other';
  written: Generated<boolean>;
  purpose: string;
  customer_id: Id<'customer'> | null;
  caller_name: string | null;
  caller_phone: string | null;
  place_id: Id<'place'> | null;
  need: Generated<string>;
  outcome: Generated<string>;
  centre_id: Id<'centre'>;
  by_id: Id<'person'>;
  at: Instant;
  ended_at: Instant | null;
};

/** What was said before of what came of a touch; erased with the rest of what was said with a customer. */
export type FormerOutcomeTable = {
  id: Id<'former_outcome'>;
  contact_id: Id<'contact'>;
  words: string;
  changed_by_id: Id<'person'>;
  changed_at: Instant;
};

export type ContactTicketTable = {
  contact_id: Id<'contact'>;
  ticket_id: Id<'ticket'>;
};
