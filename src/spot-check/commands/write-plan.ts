import { sql } from 'kysely';
import { json } from '../../kernel/json.ts';
import { Invalid, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotSpotCheckPlan } from '../plan.ts';
import type { ChangeSpotCheckPlan } from '../inputs.ts';
import { currentPlans, namesForPlans } from '../plan-versions.ts';

/**
 * A new version of a spot-check plan, or a new plan, with who and why. What was drawn stays as it was drawn. Refuses one that
 * could not be worked with, and one made on a version that is no longer the last. Answers with the new version.
 */
export async function changeSpotCheckPlan(context: Context, { plan, seen, why }: ChangeSpotCheckPlan): Promise<number> {
  orForbid(can(context.actor, 'limit.edit', {}));
  // two at once: the second must see the first's version
  await sql`lock table spot_check_plan in share row exclusive mode`.execute(context.tx);
  const before = (await currentPlans(context)).find((one) => one.key === plan.key)?.version ?? 0;
  if (before !== seen) throw new Stale('stale', { seen, version: before });
  const [wrong] = whyNotSpotCheckPlan(plan, await namesForPlans(context));
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const version = seen + 1;
  await context.tx
    .insertInto('spot_check_plan')
    .values({
      key: plan.key,
      version,
      definition: json(plan),
      by_id: context.actor.personId,
      why,
      at: context.now,
    })
    .execute();
  await record(context, {
    subject: { type: 'organisation', id: context.organisation.id },
    type: 'spot_check_plan.changed',
    data: { plan: plan.key, version },
  });
  return version;
}
