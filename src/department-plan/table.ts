import type { ColumnType } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { CostSubject } from './department-plan.ts';

/** What carrying something out is planned to cost, in the currency's smallest unit; the newest holds. */
export type PlannedCostTable = {
  subject_type: CostSubject;
  subject_id: string;
  no: number;
  line: string;
  amount: ColumnType<string, number, never>;
  why: string;
  by_id: Id<'person'>;
  at: Instant;
};

/** An expense that was spent on it. */
export type PlannedExpenseTable = {
  expense_id: Id<'expense'>;
  subject_type: CostSubject;
  subject_id: string;
};
