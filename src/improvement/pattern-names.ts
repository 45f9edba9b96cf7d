import { commitmentNames } from '../commitment/names.ts';
import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { currentKinds } from '../pack/kinds.ts';
import { currentPlans } from '../spot-check/plan-versions.ts';
import type { Context } from '../platform/context.ts';
import { partsOf } from './patterns.ts';

/** Where each of these keys that speak of one place speaks of, by its id. */
async function placesOf({ tx }: Context, patterns: readonly string[]): Promise<Map<string, string>> {
  const ids = patterns.flatMap((pattern) => {
    const parts = partsOf(pattern);
    return parts?.sort === 'at_place' ? [parts.rest[0] as Id<'place'>] : [];
  });
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('place').select(['id', 'code']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.code]));
}

/** What these keys speak of, in words: place, kind, field and choice; the promise; the plan and its line. Today's words. */
export async function namesOfPatterns(
  context: Context,
  patterns: readonly string[],
): Promise<(pattern: string) => Words[]> {
  const places = await placesOf(context, patterns);
  const kinds = new Map((await currentKinds(context)).map(({ key, kind }) => [key, kind]));
  const plans = new Map((await currentPlans(context)).map(({ key, plan }) => [key, plan]));
  const promise = await commitmentNames(context);
  const nameOf = (known: { name: Words } | undefined, key: string): Words => known?.name ?? untranslated(key);
  return (pattern) => {
    const parts = partsOf(pattern);
    if (!parts) return [untranslated(pattern)];
    const atPlace = parts.sort === 'at_place';
    const [first = '', second = '', third = ''] = atPlace ? parts.rest.slice(1) : parts.rest;
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
    const place = parts.rest[0] ?? '';
    return [
      ...(atPlace ? [untranslated(places.get(place) ?? place)] : []),
      nameOf(kind, first),
      nameOf(field, second),
      nameOf(
        field?.choices?.find(({ key }) => key === third),
        third,
      ),
    ];
  };
}
