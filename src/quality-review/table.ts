import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Scorecard, Scored } from '../pack/scorecards.ts';

export type QualityReviewTable = {
  id: Id<'quality_review'>;
  scorecard: string;
  /** The scorecard as it was then: a changed one scores what comes after it. */
  definition: Json<Scorecard>;
  of: Scored;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  /** Whose work was looked at. */
  person_id: Id<'person'>;
  contact_id: Id<'contact'> | null;
  ticket_id: Id<'ticket'> | null;
  /** Of a period: its first and last day. */
  from_day: string | null;
  until_day: string | null;
  remark: string;
  by_id: Id<'person'>;
  at: Instant;
};

export type QualityReviewMarkTable = {
  review_id: Id<'quality_review'>;
  no: number;
  line: string;
  mark: number;
  passed: boolean;
  remark: string;
  /** What he is to mend, where it was not in order. */
  item_id: Id<'work_item'> | null;
};
