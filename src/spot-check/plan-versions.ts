import { NotFound } from '../kernel/refusal.ts';
import type { Tx } from '../platform/tx.ts';
import type { SpotCheckPlan } from './plan.ts';

type From = { tx: Tx };
export type CurrentPlan = { key: string; version: number; plan: SpotCheckPlan };

/** The newest version of each plan, those given up too, by key. Read when a period ends or somebody looks: a handful of rows. */
export async function currentPlans({ tx }: From): Promise<CurrentPlan[]> {
  const rows = await tx
    .selectFrom('spot_check_plan')
    .distinctOn('key')
    .select(['key', 'version', 'definition'])
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ key, version, definition }) => ({ key, version, plan: definition as SpotCheckPlan }));
}

/** The plan a check was drawn by; it never changes. */
export async function planOf({ tx }: From, key: string, version: number): Promise<SpotCheckPlan> {
  const row = await tx
    .selectFrom('spot_check_plan')
    .select('definition')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new NotFound('spot_check.plan_unknown', { plan: key });
  return row.definition as SpotCheckPlan;
}

/** What a plan of this organisation may name. */
export async function namesForPlans({ tx }: From): Promise<{ posts: Set<string>; kinds: Set<string> }> {
  const posts = await tx.selectFrom('post').select('key').where('closed_at', 'is', null).execute();
  const kinds = await tx.selectFrom('kind_version').select('key').distinct().execute();
  return { posts: new Set(posts.map(({ key }) => key)), kinds: new Set(kinds.map(({ key }) => key)) };
}
