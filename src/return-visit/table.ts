import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type ReturnVisitTable = {
  id: Id<'return_visit'>;
  ticket_id: Id<'ticket'>;
  /** The pack's rule it follows: leak, safety_facility, other_repair, complaint, vip. */
  rule: string;
  /** Which resolving it belongs to; a reopened ticket is visited again. */
  round: Generated<number>;
  state: 'due' | 'made' | 'declined' | 'unreachable' | 'dropped';
  created_at: Instant;
  ended_at: Instant | null;
  by_id: Id<'person'> | null;
  attempts: Generated<number>;
  most_attempts: number;
  may_decline: boolean;
  channel: string | null;
  reached_whom: string | null;
  /** Null in one that was made: he would not say. */
  satisfaction: number | null;
  opinion: string | null;
  criticism: string | null;
  adopted_proposals: string | null;
  /** A fault found, and whose it is: a written rectification is owed within 24 hours (VISIT-06). */
  fault: string | null;
  fault_department_id: Id<'department'> | null;
  /** The department whose head signs the slip and tells the customer (VISIT-11). */
  department_id: Id<'department'> | null;
  result_told_by_head: string | null;
  signed_by_id: Id<'person'> | null;
  signed_at: Instant | null;
};

/** Of a rule that visits a share: with what a ticket was drawn, and whether it was. */
export type VisitDrawTable = {
  ticket_id: Id<'ticket'>;
  round: number;
  rule: string;
  percent: number;
  seed: string;
  drawn: boolean;
  at: Instant;
};

export type ReturnVisitAttemptTable = {
  visit_id: Id<'return_visit'>;
  no: number;
  at: Instant;
  by_id: Id<'person'>;
  channel: string;
  reached: boolean;
  note: Generated<string>;
};
