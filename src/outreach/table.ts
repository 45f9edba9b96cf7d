import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import type { OutreachFilters } from './inputs.ts';
import type { ContactState, OUTREACH_STATES } from './outreach.ts';

export type OutreachTable = {
  id: Id<'outreach'>;
  centre_id: Id<'centre'>;
  name: string;
  /** Where the channel has a subject, and what is written, in each language, with places. */
  subject: Json<Words>;
  text: Json<Words>;
  /** By what its customers were selected; null: named one by one. */
  filters: Json<OutreachFilters | null>;
  per_hour: number;
  /** Who calls those that want to be called. */
  caller_id: Id<'person'>;
  state: (typeof OUTREACH_STATES)[number];
  by_id: Id<'person'>;
  at: Instant;
  ended_at: Instant | null;
};

/** One customer of an outreach, and what became of it. */
export type OutreachContactTable = {
  id: Id<'outreach_contact'>;
  outreach_id: Id<'outreach'>;
  customer_id: Id<'customer'>;
  state: ContactState;
  message_id: Id<'message'> | null;
  /** The touch in the history of contacts, once he was called. A written one has its own by its message. */
  contact_id: Id<'contact'> | null;
  at: Instant | null;
  by_id: Id<'person'> | null;
};
