import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { MilestoneKey } from '../pack/milestones.ts';

/** That a milestone of a matter was dealt with, once: written to its customer, or why not. */
export type MilestoneToldTable = {
  ticket_id: Id<'ticket'>;
  milestone: MilestoneKey;
  /** What it is told of: the ticket; who is sent; the work order somebody sets out for. */
  of_id: string;
  /** How often the ticket had been opened again by then: what is done anew is told anew. */
  round: number;
  outcome: 'written' | 'declined' | 'no_way';
  message_id: Id<'message'> | null;
  at: Instant;
};
