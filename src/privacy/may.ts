import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';

/** What is erased by age, or held back, holds for the whole organisation, and is for whoever sets its limits. */
export function orNotPrivacy(context: Context): void {
  orForbid(can(context.actor, 'limit.edit', { centreId: null }));
}
