import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { About, Period, Service, Special, Statistics } from './summary.ts';

export type SummaryTable = {
  id: Id<'summary'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  about: About;
  period: Period['period'];
  /** Its first day, where the centre stands: a Monday, or the first of a month. */
  begins: string;
  from_at: Instant;
  until_at: Instant;
  /** As they stood when it was submitted: a week's `Statistics`, a month's `Special`, or a `Service`. */
  statistics: Json<Statistics | Special | Service | null>;
  text: string | null;
  measures: string | null;
  /** Of a service report: why promises were late, by hand. */
  late_because: string | null;
  /** The name it was signed with as it was sent. */
  signed_as: string | null;
  submitted_at: Instant | null;
  submitted_by_id: Id<'person'> | null;
  addressee_id: Id<'person'> | null;
};
