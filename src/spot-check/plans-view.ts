import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { periodBefore, periodOf } from '../kernel/working-time/period.ts';
import { can } from '../organisation/can.ts';
import { personNames } from '../organisation/house.ts';
import { whyNotSpotCheckPlan } from './plan.ts';
import { currentPlans, namesForPlans } from './plan-versions.ts';
import type { SpotCheckPlan } from './plan.ts';
import { changesShown } from '../pack/definitions-view.ts';
import { effectOfChange } from '../pack/effect-of-change.ts';
import type { Context } from '../platform/context.ts';
import { populationOf } from './registers.ts';
import { sizeOf } from './spot-check.ts';
import type { planEffectOut, plansOut } from './view.ts';

/** Every plan as it stands, those given up too, each with its versions. */
export async function listPlans(context: Context): Promise<z.input<typeof plansOut>> {
  const names = await personNames(context);
  const versions = await context.tx
    .selectFrom('spot_check_plan')
    .select(['key', 'version', 'definition', 'at', 'by_id', 'why'])
    .orderBy('version', 'desc')
    .execute();
  const change = can(context.actor, 'limit.edit', {});
  const plans = await currentPlans(context);
  return {
    items: plans.map(({ key, version, plan }) => ({
      plan,
      version,
      versions: versions
        .filter((one) => one.key === key)
        .map((one) => ({
          version: one.version,
          at: one.at,
          by: one.by_id === null ? null : (names.get(one.by_id) ?? null),
          why: one.why,
          plan: one.definition as SpotCheckPlan,
        })),
      can: { change },
    })),
  };
}

/** What a plan would have drawn of the last period that is over, before it is applied; changes nothing. */
export async function effectOfPlan(context: Context, plan: SpotCheckPlan): Promise<z.input<typeof planEffectOut>> {
  const faults: Refusal[] = whyNotSpotCheckPlan(plan, await namesForPlans(context));
  const running = await context.tx
    .selectFrom('spot_check')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('plan_key', '=', plan.key)
    .where('drawn_at', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirstOrThrow();
  const before = (await currentPlans(context)).find((one) => one.key === plan.key)?.plan;
  const changes = changesShown(effectOfChange(before, plan));
  return { changes, faults, last: plan.closed ? [] : await lastPeriods(context, plan), running: Number(running.n) };
}

async function lastPeriods(context: Context, plan: SpotCheckPlan): Promise<z.input<typeof planEffectOut>['last']> {
  const centres = await context.tx
    .selectFrom('centre')
    .innerJoin('post', 'post.centre_id', 'centre.id')
    .select(['centre.id', 'centre.name', 'centre.zone'])
    .distinct()
    .where('post.key', '=', plan.post)
    .where('post.closed_at', 'is', null)
    .orderBy('centre.id')
    .execute();
  const last = [];
  for (const { id, name, zone } of centres) {
    const period = periodBefore(periodOf(plan.period, zone, context.now), zone);
    const population = await populationOf(context, plan, { centreId: id, ...period });
    const drawn = sizeOf(plan.size, population.length);
    last.push({ centre: name, begins: period.begins, population: population.length, drawn });
  }
  return last;
}
