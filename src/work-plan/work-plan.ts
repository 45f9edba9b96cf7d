import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';

/** A plan or an order taken over from above (ASGN-06), or an external reception (RECP-14). */
export const PLAN_SORTS = ['plan', 'order', 'reception'] as const;
export type PlanSort = (typeof PLAN_SORTS)[number];

/** What is owed for an item and for a plan, as commitments. */
export const OWED_AS = { item: 'work_item', plan: 'report_plan' } as const;

export const ITEM_STATES = ['given', 'read', 'in_progress', 'done', 'passed', 'sent_back'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

type Person = Id<'person'>;
export type Item = {
  person_id: Person;
  centre_id: Id<'centre'>;
  read_at: Instant | null;
  begun_at: Instant | null;
  done_at: Instant | null;
  passed: boolean | null;
};
export type Plan = { by_id: Person; centre_id: Id<'centre'>; reported_at: Instant | null };

/** Done and looked at, or sent back; before that, how far the one who has it is. */
export function stateOf({ read_at, begun_at, done_at, passed }: Omit<Item, 'person_id' | 'centre_id'>): ItemState {
  if (done_at !== null) return passed === null ? 'done' : 'passed';
  if (begun_at !== null) return 'in_progress';
  if (passed === false) return 'sent_back';
  return read_at === null ? 'given' : 'read';
}

/** Whoever distributes the work of a centre gives, moves and checks items there; not an assistant his own. */
export function whyNotDistribute(actor: Actor, centreId: Id<'centre'>): Refusal | null {
  return can(actor, 'ticket.assign', { people: [], departments: [], centreId });
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
  return whyNotDistribute(actor, item.centre_id);
}

export function whyNotMove(item: Item, actor: Actor): Refusal | null {
  return item.done_at === null ? whyNotDistribute(actor, item.centre_id) : refusal('work_item.done');
}

/** Reported back once, by whoever took it over or distributes there, when every item of it is done. */
export function whyNotReport(plan: Plan, open: number, actor: Actor): Refusal | null {
  if (plan.reported_at !== null) return refusal('work_plan.reported');
  if (open > 0) return refusal('work_plan.items_open', { open });
  return plan.by_id === actor.personId ? null : whyNotDistribute(actor, plan.centre_id);
}
