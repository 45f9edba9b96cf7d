import type { ColumnType } from 'kysely';
import type { DrawnUp } from '../budget/table.ts';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { EntrySort, PlannedMaterial } from './material.ts';

/** A bigint, in the currency's smallest unit: pg reads it as text. */
type Amount = ColumnType<string, number, number>;

export type MaterialTable = {
  id: Id<'material'>;
  centre_id: Id<'centre'>;
  name: string;
  unit: string;
  /** Key of the budget line that it is bought under. */
  cost_kind: string;
  /** What one of it is expected to cost. */
  price: Amount;
  /** Fewer in stock, and it is to be replenished. */
  keep_at_least: number;
  closed_at: Instant | null;
  by_id: Id<'person'>;
  at: Instant;
};

/** What it said before somebody changed it. */
export type FormerMaterial = { name: string; unit: string; costKind: string; price: number; keepAtLeast: number };
export type MaterialChangeTable = {
  material_id: Id<'material'>;
  no: number;
  before: Json<FormerMaterial>;
  by_id: Id<'person'>;
  at: Instant;
};

export type MaterialPlanTable = {
  id: Id<'material_plan'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  /** Its first day where the centre stands, YYYY-MM-01. */
  month: string;
  until_at: Instant;
};

export type MaterialPlanVersionTable = DrawnUp & { plan_id: Id<'material_plan'>; lines: Json<PlannedMaterial[]> };

export type MaterialRequestTable = {
  id: Id<'material_request'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  material_id: Id<'material'>;
  quantity: number;
  /** YYYY-MM-DD, where the centre stands: its month is the plan that it counts against. */
  needed_by: string;
  what_for: string;
  by_id: Id<'person'>;
  at: Instant;
};

export type MaterialDecisionTable = {
  request_id: Id<'material_request'>;
  decision: 'approved' | 'refused' | 'withdrawn';
  /** How many were approved; 0 where it was refused or withdrawn. */
  quantity: number;
  /** By how many it went beyond the plan, and by how much its purchase beyond the budget, as it was decided. */
  beyond_plan: number;
  beyond_budget: Amount;
  because: string;
  by_id: Id<'person'>;
  at: Instant;
};

export type MaterialEntryTable = {
  id: Id<'material_entry'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  material_id: Id<'material'>;
  sort: EntrySort;
  /** Above 0: into the stock; below: out of it. */
  quantity: number;
  on_day: string;
  request_id: Id<'material_request'> | null;
  /** To whom it was issued. */
  person_id: Id<'person'> | null;
  supplier: string;
  cost: Amount;
  expense_id: Id<'expense'> | null;
  corrects_id: Id<'material_entry'> | null;
  because: string;
  by_id: Id<'person'>;
  at: Instant;
};
