import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { WorkOrderTable } from './table.ts';

export type WorkOrder = Selectable<WorkOrderTable>;
export type WorkOrderStage = WorkOrder['stage'];
export type Step =
  | 'accept'
  | 'refuse'
  | 'set_out'
  | 'arrive'
  | 'no_access'
  | 'finish'
  | 'cancel'
  | 'assign'
  | 'appoint';

/** What is known of a way there before anybody went it. */
export const NOT_GONE = { set_out_at: null, arrived_at: null, attended_on_time: null } as const;

export const ENDED_STAGES: readonly WorkOrderStage[] = ['done', 'cancelled', 'refused'];

export function isEnded(order: { stage: string }): boolean {
  return ENDED_STAGES.some((stage) => stage === order.stage);
}

/**
 * From which stages each step may be taken. A worker who reports only once he is done has set out and arrived all the
 * same, so finishing is open from every accepted stage.
 */
const FROM: Record<Step, readonly WorkOrderStage[]> = {
  accept: ['issued'],
  refuse: ['issued', 'accepted'],
  set_out: ['accepted', 'no_access'],
  arrive: ['accepted', 'on_the_way', 'no_access'],
  no_access: ['accepted', 'on_the_way', 'arrived'],
  finish: ['accepted', 'on_the_way', 'arrived'],
  cancel: ['issued', 'accepted', 'on_the_way', 'arrived', 'no_access'],
  assign: ['issued', 'accepted', 'no_access'],
  appoint: ['issued', 'accepted', 'no_access'],
};

export const STEPS = Object.keys(FROM) as Step[];

/** Why a step may not be taken now: the order has ended (or was cancelled, which whoever is out there must know), or the step before it is missing. */
export function whyNotStep(order: Pick<WorkOrder, 'stage'>, step: Step): Refusal | null {
  if (FROM[step].includes(order.stage)) return null;
  if (order.stage === 'cancelled') return refusal('work_order.cancelled');
  return isEnded(order)
    ? refusal('work_order.ended', { stage: order.stage })
    : refusal('work_order.step_out_of_order', { stage: order.stage, step });
}

/** Steps that whoever issues orders may take too: the window is agreed with the customer by whoever speaks with him. */
export const SHARED_STEPS: ReadonlySet<Step> = new Set(['appoint']);

/** The steps of the one sent; the others belong to whoever issued the order or dispatches the department. */
export const WORKER_STEPS: ReadonlySet<Step> = new Set([
  'accept',
  'refuse',
  'set_out',
  'arrive',
  'no_access',
  'finish',
  'appoint',
]);
