import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Statistics } from './summary.ts';

export type WeeklySummaryTable = {
  id: Id<'summary'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  /** Its Monday, where the centre stands. */
  week: string;
  from_at: Instant;
  until_at: Instant;
  /** As they stood when it was submitted. */
  statistics: Json<Statistics | null>;
  text: string | null;
  measures: string | null;
  submitted_at: Instant | null;
  submitted_by_id: Id<'person'> | null;
  addressee_id: Id<'person'> | null;
};
