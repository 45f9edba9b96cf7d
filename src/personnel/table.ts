import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { AssessmentScheme } from './plan.ts';
import type { Sort } from './move.ts';

export type StaffAssessmentTable = {
  id: Id<'staff_assessment'>;
  scheme: string;
  /** The scheme as it stood when the period began. */
  definition: Json<AssessmentScheme>;
  person_id: Id<'person'>;
  /** For which of his posts. */
  post_id: Id<'post'>;
  assessor_post_id: Id<'post'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  period: AssessmentScheme['period'];
  begins: string;
  from_at: Instant;
  until_at: Instant;
  remark: Generated<string>;
  submitted_at: Instant | null;
  submitted_by_id: Id<'person'> | null;
  /** What the member says to it. */
  comment: Generated<string>;
  confirmed_at: Instant | null;
  /** He left the post, or the scheme was changed, before it was submitted. */
  dropped_at: Instant | null;
};

export type StaffAssessmentMarkTable = {
  assessment_id: Id<'staff_assessment'>;
  no: number;
  indicator: string;
  mark: number;
  remark: string;
};

export type StaffFindingTable = {
  id: Id<'staff_finding'>;
  person_id: Id<'person'>;
  centre_id: Id<'centre'>;
  day: string;
  source: string;
  bearing: 'merit' | 'fault' | 'remark';
  text: string;
  by_id: Id<'person'>;
  at: Instant;
  withdrawn_at: Instant | null;
  withdrawn_by_id: Id<'person'> | null;
  withdrawn_because: string | null;
};

export type StaffBreachTable = {
  id: Id<'staff_breach'>;
  person_id: Id<'person'>;
  centre_id: Id<'centre'>;
  day: string;
  rule: string;
  facts: string;
  by_id: Id<'person'>;
  at: Instant;
  /** What the person says, by himself or as it was taken down. */
  statement: string | null;
  stated_at: Instant | null;
  stated_by_id: Id<'person'> | null;
  sanction: string | null;
  remark: Generated<string>;
  decided_by_id: Id<'person'> | null;
  decided_at: Instant | null;
};

export type StaffMoveTable = {
  id: Id<'staff_move'>;
  person_id: Id<'person'>;
  centre_id: Id<'centre'>;
  sort: Sort;
  from_post_id: Id<'post'> | null;
  to_post_id: Id<'post'> | null;
  reason: string;
  /** From which day on, and its first moment where the centre stands. */
  day: string;
  effective_at: Instant;
  proposed_by_id: Id<'person'>;
  proposed_at: Instant;
  verdict: 'approved' | 'refused' | null;
  remark: Generated<string>;
  decided_by_id: Id<'person'> | null;
  decided_at: Instant | null;
  withdrawn_at: Instant | null;
  done_at: Instant | null;
  /** Why it could not be given effect on its day, as a code. */
  stuck_because: string | null;
};

export type StaffMoveGroundTable = {
  move_id: Id<'staff_move'>;
  subject_type: 'staff_assessment' | 'staff_finding' | 'staff_breach';
  subject_id: string;
};
