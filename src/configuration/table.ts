import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

/** Something of the pack that this house said no to. */
export type PackDeclinedTable = {
  /** The part of the configuration, and its key there. */
  part: string;
  key: string;
  by_id: Id<'person'> | null;
  why: string;
  at: Instant;
};
