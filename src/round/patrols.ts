import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { openPlans } from './facts.ts';
import { whyNotBegin } from './round.ts';
import type { patrolsOut } from './view-findings.ts';

/** What somebody may go and look at whenever he sees fit (PTRL-01). */
export async function listPatrols(context: Context): Promise<z.input<typeof patrolsOut>> {
  const plans = (await openPlans(context.tx)).filter(({ content }) => content.every === 'unplanned');
  const items = plans.map((plan) => ({
    id: plan.id,
    key: plan.key,
    name: plan.content.name,
    can: { begin: whyNotBegin(context.actor, plan) },
  }));
  return { items: items.toSorted((one, other) => (one.key < other.key ? -1 : 1)) };
}
