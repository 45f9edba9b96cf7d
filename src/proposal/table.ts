import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Became } from './proposal.ts';

export type ProposalPassTable = {
  id: Id<'proposal_pass'>;
  ticket_id: Id<'ticket'>;
  department_id: Id<'department'>;
  /** What the department is asked. */
  words: string;
  passed_by_id: Id<'person'>;
  passed_at: Instant;
  became: Became | null;
  answer: string | null;
  answered_by_id: Id<'person'> | null;
  answered_at: Instant | null;
};

export type ProposalPlanTable = {
  id: Id<'proposal_plan'>;
  ticket_id: Id<'ticket'>;
  person_id: Id<'person'>;
  due_at: Instant;
  words: string;
  planned_by_id: Id<'person'>;
  planned_at: Instant;
  /** Another plan took its place. */
  ended_at: Instant | null;
  realised_at: Instant | null;
  realised_by_id: Id<'person'> | null;
  result: string | null;
};
