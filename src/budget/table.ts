import type { ColumnType } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { BudgetDecision, PlannedLine } from './budget.ts';

/** A bigint: pg reads it as text. */
export type Amount = ColumnType<string, number, never>;

export type BudgetTable = {
  id: Id<'budget'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  /** Its first day where the centre stands, YYYY-MM-01. */
  month: string;
  from_at: Instant;
  until_at: Instant;
};

/** A version of a plan that was drawn up and waits for its decision, or has it. */
export type DrawnUp = {
  version: number;
  why: string;
  drawn_by_id: Id<'person'>;
  drawn_at: Instant;
  /** Null: it waits. Replaced: another one was drawn up before anybody decided. */
  decision: BudgetDecision | 'replaced' | null;
  decided_by_id: Id<'person'> | null;
  decided_at: Instant | null;
  decided_because: string;
};

export type BudgetVersionTable = DrawnUp & { budget_id: Id<'budget'>; lines: Json<PlannedLine[]> };

export type ExpenseTable = {
  id: Id<'expense'>;
  budget_id: Id<'budget'>;
  line: string;
  amount: Amount;
  /** YYYY-MM-DD, where the centre stands. */
  spent_on: string;
  supplier: string;
  what_for: string;
  ticket_id: Id<'ticket'> | null;
  work_order_id: Id<'work_order'> | null;
  receipt_id: Id<'file'> | null;
  /** More than its line had left: it counts once approved, and is committed until then. */
  beyond: boolean;
  corrects_id: Id<'expense'> | null;
  because: string;
  by_id: Id<'person'>;
  at: Instant;
};

export type ExpenseDecisionTable = {
  expense_id: Id<'expense'>;
  decision: 'approved' | 'refused' | 'withdrawn';
  because: string;
  by_id: Id<'person'>;
  at: Instant;
};

/** Those above have heard that a share of a line is used. */
export type BudgetWarningTable = { budget_id: Id<'budget'>; line: string; percent: number; at: Instant };
