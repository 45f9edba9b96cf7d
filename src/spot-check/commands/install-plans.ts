import { json } from '../../kernel/json.ts';
import { packs } from '../../pack/registry.ts';
import type { Context } from '../../platform/context.ts';

/**
 * The plans that the organisation's pack ships, as it is founded. What a newer pack brings comes only when somebody takes
 * it.
 */
export async function installPlans(context: Context): Promise<void> {
  const shipped = (await packs()).get(context.organisation.pack)?.spotChecks ?? [];
  const first = { version: 1, by_id: null, why: null, at: context.now };
  if (shipped.length > 0)
    await context.tx
      .insertInto('spot_check_plan')
      .values(shipped.map((plan) => ({ ...first, key: plan.key, definition: json(plan) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
