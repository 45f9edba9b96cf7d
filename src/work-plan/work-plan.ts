import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';

/** A plan or an order taken over from above (ASGN-06), an external reception (RECP-14), or what a department plans for itself (REPT-02). */
export const PLAN_SORTS = ['plan', 'order', 'reception', 'department'] as const;
export type PlanSort = (typeof PLAN_SORTS)[number];

/** What is owed for an item and for a plan, as commitments. */
export const OWED_AS = { item: 'work_item', plan: 'report_plan' } as const;

export const ITEM_STATES = ['given', 'read', 'in_progress', 'done', 'passed', 'sent_back'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

type Person = Id<'person'>;
export type Item = {
  person_id: Person;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  read_at: Instant | null;
  begun_at: Instant | null;
  done_at: Instant | null;
  passed: boolean | null;
};
export type Plan = {
  by_id: Person;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  reported_at: Instant | null;
};

/** Done and looked at, or sent back; before that, how far the one who has it is. */
export function stateOf({
  read_at,
  begun_at,
  done_at,
  passed,
}: Omit<Item, 'person_id' | 'centre_id' | 'department_id'>): ItemState {
  if (done_at !== null) return passed === null ? 'done' : 'passed';
  if (begun_at !== null) return 'in_progress';
  if (passed === false) return 'sent_back';
  return read_at === null ? 'given' : 'read';
}

type Where = { centre_id: Id<'centre'>; department_id: Id<'department'> | null };

/** Whoever distributes the work of a centre or, of its own plan, of the department gives, moves and checks items there; not an assistant his own. */
export function whyNotDistribute(actor: Actor, { centre_id: centreId, department_id }: Where): Refusal | null {
  return can(actor, 'ticket.assign', { people: [], departments: [department_id], centreId });
}

/** The work of a department is planned by whoever distributes it and answers for its figures (REPT-02). */
export function whyNotPlan(actor: Actor, where: Where): Refusal | null {
  const thing = { people: [], departments: [where.department_id], centreId: where.centre_id };
  return whyNotDistribute(actor, where) ?? can(actor, 'report.see', thing);
}

/** Of so many, so many. */
export type Share = { n: number; of: number };
type Done = Pick<Item, 'done_at' | 'passed'> & {
  due_at: Instant;
  quantity: number | null;
  done_quantity: number | null;
};

/**
 * How a plan was carried out (REPT-02): of what is done or due by now, what was done in time; of what is done and has a quantity, what was
 * done in full; of what was looked at, what passed without ever being sent back.
 */
export function carriedOut(
  items: readonly (Done & { sentBack: boolean })[],
  now: Instant,
): { onTime: Share; inFull: Share; inQuality: Share } {
  const owed = items.filter(({ done_at, due_at }) => done_at !== null || due_at < now);
  const counted = items.filter(({ done_at, quantity }) => done_at !== null && quantity !== null);
  const looked = items.filter(({ passed, sentBack }) => passed !== null || sentBack);
  return {
    onTime: { n: owed.filter(({ done_at, due_at }) => done_at !== null && done_at <= due_at).length, of: owed.length },
    inFull: {
      n: counted.filter(({ quantity, done_quantity }) => (done_quantity ?? 0) >= quantity!).length,
      of: counted.length,
    },
    inQuality: { n: looked.filter(({ passed, sentBack }) => passed && !sentBack).length, of: looked.length },
  };
}

export type Step = 'read' | 'begin' | 'finish';

/** The one who has it says that he has read it, is at it, is done. */
export function whyNotStep(item: Item, step: Step, actor: Actor): Refusal | null {
  if (item.person_id !== actor.personId) return refusal('work_item.not_yours');
  if (item.done_at !== null) return refusal('work_item.done');
  if (step === 'read' && item.read_at !== null) return refusal('work_item.read');
  return step === 'begin' && item.begun_at !== null ? refusal('work_item.begun') : null;
}

/** What is done is looked at once, by somebody else. */
export function whyNotCheck(item: Item, actor: Actor): Refusal | null {
  if (item.done_at === null) return refusal('work_item.not_done');
  if (item.passed !== null) return refusal('work_item.checked');
  if (item.person_id === actor.personId) return refusal('work_item.own_check');
  return whyNotDistribute(actor, item);
}

export function whyNotMove(item: Item, actor: Actor): Refusal | null {
  return item.done_at === null ? whyNotDistribute(actor, item) : refusal('work_item.done');
}

/** Reported back once, by whoever took it over or distributes there, when every item of it is done. */
export function whyNotReport(plan: Plan, open: number, actor: Actor): Refusal | null {
  if (plan.reported_at !== null) return refusal('work_plan.reported');
  if (open > 0) return refusal('work_plan.items_open', { open });
  return plan.by_id === actor.personId ? null : whyNotDistribute(actor, plan);
}
