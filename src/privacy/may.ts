import type { Refusal } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';

/** What is erased by age is erased in the whole organisation, and is for whoever sets its limits. */
export function whyNotPrivacy({ actor }: Pick<Context, 'actor'>): Refusal | null {
  return can(actor, 'limit.edit', { centreId: null });
}

export function orNotPrivacy(context: Context): void {
  orForbid(whyNotPrivacy(context));
}

/** What is kept how long may be known by whoever sets limits anywhere; and he holds back: it takes nothing from anybody. */
export function orNotHold({ actor }: Pick<Context, 'actor'>): void {
  orForbid(can(actor, 'limit.edit', {}));
}
