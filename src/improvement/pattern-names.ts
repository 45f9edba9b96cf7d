import { commitmentNames } from '../commitment/names.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { currentKinds } from '../pack/kinds.ts';
import { currentPlans } from '../spot-check/plan-versions.ts';
import type { Context } from '../platform/context.ts';
import { partsOf } from './patterns.ts';

/** What a key speaks of, in words: kind, field and choice; the promise; the plan and its line. Today's words. */
export async function namesOfPatterns(context: Context): Promise<(pattern: string) => Words[]> {
  const kinds = new Map((await currentKinds(context)).map(({ key, kind }) => [key, kind]));
  const plans = new Map((await currentPlans(context)).map(({ key, plan }) => [key, plan]));
  const promise = await commitmentNames(context);
  const nameOf = (known: { name: Words } | undefined, key: string): Words => known?.name ?? untranslated(key);
  return (pattern) => {
    const parts = partsOf(pattern);
    if (!parts) return [untranslated(pattern)];
    const [first = '', second = '', third = ''] = parts.rest;
    if (parts.sort === 'late') return [promise(first)];
    if (parts.sort === 'spot_check') {
      const plan = plans.get(first);
      return [
        nameOf(plan, first),
        nameOf(
          plan?.criteria.find(({ key }) => key === second),
          second,
        ),
      ];
    }
    if (parts.sort === 'visit_fault') return [];
    const kind = kinds.get(first);
    const field = kind?.fields.find(({ key }) => key === second);
    return [
      nameOf(kind, first),
      nameOf(field, second),
      nameOf(
        field?.choices?.find(({ key }) => key === third),
        third,
      ),
    ];
  };
}
