import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

/** Under which class a customer stands from then on; rows are only added. */
export type CustomerClassTable = {
  customer_id: Id<'customer'>;
  version: number;
  /** Key of a class of the house; null: under none any more. */
  class: string | null;
  why: string;
  by_id: Id<'person'>;
  at: Instant;
};
