import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Purpose } from '../contact/inputs.ts';
import type { Left } from './arrival.ts';

export type ArrivalTable = {
  id: Id<'arrival'>;
  centre_id: Id<'centre'>;
  /** As he said it, where he is not on file; it goes into the visit record as he leaves. */
  name: string;
  customer_id: Id<'customer'> | null;
  place_id: Id<'place'> | null;
  purpose: Purpose;
  /** Whom of ours he wants; null: whoever is free. */
  wanted_id: Id<'person'> | null;
  by_id: Id<'person'>;
  arrived_at: Instant;
  taken_at: Instant | null;
  taken_by_id: Id<'person'> | null;
  left_at: Instant | null;
  outcome: Left | null;
  contact_id: Id<'contact'> | null;
};
