import { NotFound } from '../kernel/refusal.ts';
import { currentKind } from '../pack/kinds.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import { currentPlans } from '../spot-check/plan-versions.ts';
import type { Context } from '../platform/context.ts';
import type { RuleType } from './improvement.ts';

/** The newest version of a rule: what a measure that changes it starts from, and what it has come to (PRIN-14). */
export async function versionOfRule(context: Context, type: RuleType, key: string | null): Promise<number> {
  if (type === 'settings') return (await settingsVersionOf(context)).version;
  if (type === 'kind') return (await currentKind(context, key ?? '')).version;
  const plan = (await currentPlans(context)).find((one) => one.key === key);
  if (!plan) throw new NotFound('spot_check.plan_unknown', { plan: key ?? '' });
  return plan.version;
}
