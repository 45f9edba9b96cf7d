import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { DispatchAct, Standing } from './dispatch.ts';

/** An order given to somebody in an emergency; never changed. */
export type DispatchOrderTable = {
  id: Id<'dispatch_order'>;
  centre_id: Id<'centre'>;
  /** Of the post of whoever is sent, as it was. */
  department_id: Id<'department'> | null;
  to_id: Id<'person'>;
  given_by_id: Id<'person'>;
  given_at: Instant;
  what: string;
  place_id: Id<'place'> | null;
  /** Where, in words, beside or instead of the place. */
  spot: string;
  ticket_id: Id<'ticket'> | null;
  /** By when it is to be done; null: nothing was said. */
  due_at: Instant | null;
  /** How he stood as he was sent. */
  standing: Standing;
  /** Why he, though he was not free. */
  why: string;
};

/** What was done with an order; never changed. */
export type DispatchActTable = {
  order_id: Id<'dispatch_order'>;
  no: number;
  act: DispatchAct;
  at: Instant;
  said: string;
  by_id: Id<'person'>;
  recorded_at: Instant;
};
