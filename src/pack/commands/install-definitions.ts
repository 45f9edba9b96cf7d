import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import type { Pack } from '../format.ts';
import type { Settings } from '../settings-shape.ts';
import { settingsShape } from '../settings-shape.ts';

/** A new organisation's kinds, settings and spot-check plans, as its pack ships them: version 1 of each. The pack has been checked. */
export async function installDefinitions(context: Context, pack: Pack): Promise<void> {
  const first = { version: 1, by_id: null, why: null, at: context.now };
  const kinds = pack.kinds.map((kind) => ({ ...first, key: kind.key, definition: json(kind) }));
  await context.tx.insertInto('kind_version').values(kinds).execute();
  const names = Object.keys(settingsShape.shape) as (keyof Settings)[];
  const settings = Object.fromEntries(names.map((name) => [name, pack[name]]));
  await context.tx
    .insertInto('settings_version')
    .values({ ...first, content: json(settings) })
    .execute();
  await installSpotChecks(context, pack);
}

/** The plans a pack ships. Also for an organisation that is older than they are; one that has any plan keeps what it has. */
export async function installSpotChecks(context: Context, pack: Pick<Pack, 'spotChecks'>): Promise<void> {
  const there = await context.tx.selectFrom('spot_check_plan').select('key').limit(1).executeTakeFirst();
  const plans = pack.spotChecks ?? [];
  if (there || plans.length === 0) return;
  const first = { version: 1, by_id: null, why: null, at: context.now };
  await context.tx
    .insertInto('spot_check_plan')
    .values(plans.map((plan) => ({ ...first, key: plan.key, definition: json(plan) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
