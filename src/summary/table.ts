import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { ReportPlan } from './plan.ts';
import type { About, Period, Service, Special, Statistics, UpwardFigures } from './summary.ts';

export type SummaryTable = {
  id: Id<'summary'>;
  centre_id: Id<'centre'>;
  /** Null: of a whole centre, where the post that owes it stands in none. */
  department_id: Id<'department'> | null;
  about: About;
  /** Of a report upward: its key, and its plan as it stood when its period began. */
  plan_key: string | null;
  plan: Json<ReportPlan | null>;
  period: Period['period'];
  /** Its first day, where the centre stands: a Monday, or the first of a month. */
  begins: string;
  from_at: Instant;
  until_at: Instant;
  /** As they stood when it was submitted: a week's `Statistics`, a month's `Special`, a `Service`, or what a report upward holds. */
  statistics: Json<Statistics | Special | Service | UpwardFigures | null>;
  text: string | null;
  measures: string | null;
  /** Of a report in figures: why promises were late, by hand. */
  late_because: string | null;
  /** The name it was signed with as it was sent. */
  signed_as: string | null;
  submitted_at: Instant | null;
  submitted_by_id: Id<'person'> | null;
  addressee_id: Id<'person'> | null;
  /** Of a report upward: the post it went to. */
  addressee_post_id: Id<'post'> | null;
  /** Its plan was changed or given up before its period was over. */
  dropped_at: Instant | null;
};

/** To whom it was brought. */
export type SummaryAddresseeTable = {
  summary_id: Id<'summary'>;
  person_id: Id<'person'>;
  told_at: Instant;
  received_at: Instant | null;
};
