import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { currentPlans } from '../plan-versions.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../spot-check.ts';
import { beginOfPlan } from './begin-spot-checks.ts';
import { drawSpotChecks } from './draw-spot-checks.ts';

/**
 * A plan is another one now: what is over is still drawn by the plan it was begun under; what still runs is dropped, and the
 * running period begins anew by the new plan, if that is not given up.
 */
export async function followPlan(context: Context, key: string): Promise<void> {
  const { tx, now } = context;
  const undrawn = await tx
    .selectFrom('spot_check')
    .select(['id', 'until_at'])
    .where('plan_key', '=', key)
    .where('drawn_at', 'is', null)
    .where('dropped_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const over = undrawn.filter((check) => check.until_at <= now).map(({ id }) => id);
  await drawSpotChecks(context, over);
  for (const { id } of undrawn.filter((check) => check.until_at > now)) {
    await tx.updateTable('spot_check').set({ dropped_at: now }).where('id', '=', id).execute();
    await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS], reason: 'plan_changed' });
    await record(context, { subject: { type: 'spot_check', id }, type: 'spot_check.dropped', data: { plan: key } });
  }
  const current = (await currentPlans(context)).find((one) => one.key === key);
  if (current) await beginOfPlan(context, current);
}
