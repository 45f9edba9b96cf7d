import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { PlanSort } from './work-plan.ts';

export type WorkPlanTable = {
  id: Id<'work_plan'>;
  centre_id: Id<'centre'>;
  /** Of a plan that a department makes for itself: whose. */
  department_id: Id<'department'> | null;
  sort: PlanSort;
  title: string;
  text: string;
  /** Who gave it; of a reception: the office head it is done for. null: nobody of ours. */
  giver_id: Id<'person'> | null;
  received_at: Instant;
  /** Who took it over and reports back. */
  by_id: Id<'person'>;
  due_at: Instant;
  /** Of a reception: who comes, when, who receives them, and in which order. */
  guest_body: string | null;
  held_at: Instant | null;
  host_id: Id<'person'> | null;
  programme: string | null;
  report: string | null;
  reported_at: Instant | null;
  reported_by_id: Id<'person'> | null;
};

export type WorkItemTable = {
  id: Id<'work_item'>;
  plan_id: Id<'work_plan'> | null;
  centre_id: Id<'centre'>;
  /** Of the department whose plan it stands in; null: of the day plan of the centre. */
  department_id: Id<'department'> | null;
  title: string;
  /** How much is to be done, and of what; null and empty: it is not counted. */
  quantity: number | null;
  unit: string;
  /** How much was, as it was said to be done. */
  done_quantity: number | null;
  person_id: Id<'person'>;
  due_at: Instant;
  by_id: Id<'person'>;
  given_at: Instant;
  read_at: Instant | null;
  begun_at: Instant | null;
  done_at: Instant | null;
  outcome: string | null;
  checked_at: Instant | null;
  checked_by_id: Id<'person'> | null;
  passed: boolean | null;
  /** Of the last check, also where it sent the item back. */
  remark: string | null;
};

export type WorkItemMoveTable = {
  item_id: Id<'work_item'>;
  no: number;
  from_id: Id<'person'>;
  to_id: Id<'person'>;
  why: string;
  by_id: Id<'person'>;
  at: Instant;
};

export type WorkItemCheckTable = {
  item_id: Id<'work_item'>;
  no: number;
  outcome: string;
  done_at: Instant;
  done_quantity: number | null;
  passed: boolean;
  remark: string;
  by_id: Id<'person'>;
  at: Instant;
};
