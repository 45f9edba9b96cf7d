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

export type ContactTicketTable = {
  contact_id: Id<'contact'>;
  ticket_id: Id<'ticket'>;
};
