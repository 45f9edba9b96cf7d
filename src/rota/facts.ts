import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';

/** Whoever distributes the work of a centre plans who answers there. */
export function whyNotPlan({ actor }: Context, centreId: Id<'centre'>): Refusal | null {
  return can(actor, 'ticket.assign', { people: [], departments: [], centreId });
}
