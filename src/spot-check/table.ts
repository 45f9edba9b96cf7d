import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { SpotCheckPlan } from './plan.ts';
import type { CheckPeriod } from './spot-check.ts';

/** Every version as it held, with who and why; the newest of a key holds. */
export type SpotCheckPlanTable = {
  key: string;
  version: number;
  definition: Json<SpotCheckPlan>;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

export type SpotCheckTable = {
  id: Id<'spot_check'>;
  plan_key: string;
  plan_version: number;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  /** The post that checks. */
  post_id: Id<'post'>;
  period: CheckPeriod['period'];
  /** Its first day, where the centre stands. */
  begins: string;
  from_at: Instant;
  until_at: Instant;
  drawn_at: Instant | null;
  /** What it was drawn with, and from which records: whoever has both draws the same again. */
  seed: string | null;
  population: string[] | null;
  completed_at: Instant | null;
  /** Null in one that is completed: there was nothing to look at. */
  completed_by_id: Id<'person'> | null;
  conclusion: string | null;
  /** The plan was changed or given up before it was drawn. */
  dropped_at: Instant | null;
};

export type SpotCheckItemTable = {
  id: Id<'spot_check_item'>;
  spot_check_id: Id<'spot_check'>;
  no: number;
  /** The record drawn, of the type that the plan's register holds. */
  subject_id: string;
  looked_by_id: Id<'person'> | null;
  looked_at: Instant | null;
  remark: Generated<string>;
};

export type SpotCheckResultTable = {
  item_id: Id<'spot_check_item'>;
  criterion: string;
  passed: boolean;
  finding: string | null;
  way: 'corrected_on_the_spot' | 'to_department' | null;
  rectification_id: Id<'rectification'> | null;
};
