import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Stood } from './merging.ts';

export type TicketMergeTable = {
  id: Id<'ticket_merge'>;
  into_id: Id<'ticket'>;
  from_id: Id<'ticket'>;
  by_id: Id<'person'>;
  at: Instant;
  /** What the merged ticket was, and what went along with it; ids, stages and moments only. */
  stood: Json<Stood>;
  undone_at: Instant | null;
  undone_by_id: Id<'person'> | null;
};
