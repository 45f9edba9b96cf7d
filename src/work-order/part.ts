import type { WorkOrderStage } from './work-order.ts';
import { isEnded } from './work-order.ts';

/** How a part of a case stands, as its customer is told: what a department refused is open, for another takes it up. */
export const PART_STATES = ['open', 'done', 'dropped'] as const;
export type PartState = (typeof PART_STATES)[number];

export function partState(stage: WorkOrderStage): PartState {
  if (stage === 'done') return 'done';
  return isEnded({ stage }) && stage !== 'refused' ? 'dropped' : 'open';
}
