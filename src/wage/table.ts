import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { WageLine } from './wage.ts';

/** What somebody earns a month, in the smallest unit of the currency, from a month on. Entries only. */
export type WageBaseTable = {
  id: Id<'wage_base'>;
  person_id: Id<'person'>;
  amount: number;
  /** YYYY-MM-01. */
  from_month: string;
  by_id: Id<'person'>;
  at: Instant;
  why: string;
};

export type WageTableTable = {
  id: Id<'wage_table'>;
  month_id: Id<'attendance_month'>;
  centre_id: Id<'centre'>;
  begins: string;
  /** ISO 4217. */
  currency: string;
  begun_at: Instant;
  closed_at: Instant | null;
  closed_by_id: Id<'person'> | null;
  /** As it was closed; null: computed each time. */
  lines: Json<WageLine[]> | null;
};

export type WageAdjustmentTable = {
  id: Id<'wage_adjustment'>;
  table_id: Id<'wage_table'>;
  person_id: Id<'person'>;
  /** Added; below 0: taken off. */
  amount: number;
  by_id: Id<'person'>;
  at: Instant;
  why: string;
};
