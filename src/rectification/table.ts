import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type RectificationTable = {
  id: Id<'rectification'>;
  number: Generated<number>;
  /** Late: a commitment ran out; visit: a fault found at a return visit; supervision: found by checking a department; spot_check: in a sample. */
  source: 'late' | 'visit' | 'supervision' | 'spot_check';
  ticket_id: Id<'ticket'> | null;
  work_order_id: Id<'work_order'> | null;
  visit_id: Id<'return_visit'> | null;
  commitment_id: Id<'commitment'> | null;
  spot_check_id: Id<'spot_check'> | null;
  department_id: Id<'department'>;
  addressee_id: Id<'person'> | null;
  findings: Generated<string>;
  issued_by_id: Id<'person'> | null;
  issued_at: Instant;
  deadline_at: Instant;
  received_by_id: Id<'person'> | null;
  received_at: Instant | null;
  reply: string | null;
  replied_by_id: Id<'person'> | null;
  replied_at: Instant | null;
  /** Set when accepted; a rejected reply stands in `rejected_reply`, and another is awaited. */
  verified_by_id: Id<'person'> | null;
  verified_at: Instant | null;
  verdict: 'accepted' | 'rejected' | null;
  withdrawn_at: Instant | null;
  withdrawn_by_id: Id<'person'> | null;
  /** Typed by whoever withdrew it; where the clock did, one of the engine's codes. */
  withdrawn_reason: string | null;
};

/** A reply that was found wanting. */
export type RejectedReplyTable = {
  rectification_id: Id<'rectification'>;
  no: number;
  reply: string;
  replied_by_id: Id<'person'> | null;
  replied_at: Instant;
  reason: string;
  rejected_by_id: Id<'person'>;
  rejected_at: Instant;
};

export type FindingTable = {
  id: Id<'finding'>;
  department_id: Id<'department'>;
  text: string;
  way: 'corrected_on_the_spot' | 'reported_up' | 'to_department';
  rectification_id: Id<'rectification'> | null;
  by_id: Id<'person'>;
  at: Instant;
};
