import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Currency } from '../kernel/money.ts';
import { NotFound, Refused } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import type { Department } from '../organisation/house.ts';
import { departments, posts } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Reading } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { houseFact } from '../platform/house-facts.ts';
import type { BudgetRules, CostKind } from './rules.ts';
import type { BudgetTable } from './table.ts';

export type Budget = Selectable<BudgetTable>;

/** Of a house that has said nothing. */
const USUAL_CURRENCY: Currency = 'CNY';

export async function currencyOf(reading: Reading): Promise<Currency> {
  return (await settingsOf(reading)).currency ?? USUAL_CURRENCY;
}

/** The rules of the house; refuses where it has set none. */
export async function budgetRulesOf(reading: Reading): Promise<BudgetRules & { costKinds: CostKind[] }> {
  const { budget, costKinds = [] } = await settingsOf(reading);
  if (!budget) throw new Refused('budget.not_set_up');
  return { ...budget, costKinds };
}

/** What a cost kind is called, or was last called before the house gave it up. */
export const costKindNames = houseFact(async ({ tx }: Pick<Reading, 'tx'>): Promise<(key: string) => Words> => {
  const { rows } = await sql<CostKind>`
    select distinct on (one->>'key') one->>'key' as key, one->'name' as name
    from settings_version v, jsonb_array_elements(coalesce(v.content->'costKinds', '[]')) as one
    order by one->>'key', v.version desc`.execute(tx);
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? untranslated(key);
});

export async function openDepartment(reading: Reading, id: Id<'department'>): Promise<Department> {
  const found = (await departments(reading)).get(id);
  if (!found || found.closed_at !== null) throw new NotFound('department.unknown');
  return found;
}

/** The departments whose budgets this reads: those that owe one and are in reach, one's own first. */
export async function departmentsSeen(context: Context): Promise<Department[]> {
  const { budget } = await settingsOf(context);
  const reach = reachOf(context.actor, 'budget.see');
  if (!reach) return [];
  const own = new Set(context.actor.posts.map((post) => post.departmentId));
  const seen = [...(await departments(context)).values()].filter(
    ({ id, key, centre_id, closed_at }) =>
      closed_at === null &&
      (budget?.departments.includes(key) || reach.departments.includes(id)) &&
      (reach.all || reach.centres.includes(centre_id) || reach.departments.includes(id)),
  );
  return seen.toSorted((one, other) => Number(own.has(other.id)) - Number(own.has(one.id)));
}

export async function postNamed(reading: Reading, key: string): Promise<{ id: Id<'post'>; name: Words } | null> {
  return [...(await posts(reading)).values()].find((post) => post.key === key) ?? null;
}
