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
  reached_whom: string | null;
  satisfaction: number | null;
  opinion: string | null;
  criticism: string | null;
  adopted_proposals: string | null;
  result_told_by_head: string | null;
  signed_by_id: Id<'person'> | null;
  signed_at: Instant | null;
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
