import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import { standsAbove } from '../organisation/stands-above.ts';
import type { Context } from '../platform/context.ts';
import { whyNotDecide } from './attendance.ts';
import { thingAt } from './facts.ts';
import type { Leave } from './leave-facts.ts';

/** Whoever stands above the one who asks for leave, or keeps attendance there. */
export async function whyNotAnswer(context: Context, leave: Leave): Promise<Refusal | null> {
  const { actor } = context;
  const why = whyNotDecide(leave, actor.personId);
  if (why) return why;
  const keeps = can(actor, 'attendance.keep', { ...thingAt(leave), people: [] });
  if (keeps === null || actor.personId === null) return null;
  return standsAbove(await readDirectory(context), actor.personId, leave.person_id) ? null : keeps;
}

/** His own, before it is refused, and before it has begun. */
export function whyNotWithdraw({ actor, now }: Context, leave: Leave): Refusal | null {
  if (leave.person_id !== actor.personId) return refusal('leave.not_yours');
  if (leave.state === 'withdrawn' || leave.state === 'refused') return refusal('leave.decided');
  return leave.state === 'approved' && leave.from_at <= now ? refusal('leave.begun') : null;
}
