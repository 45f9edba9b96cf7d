import { sql } from 'kysely';
import type { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import { articlesInForce } from '../knowledge/in-force.ts';
import { can } from '../organisation/can.ts';
import { posts } from '../organisation/house.ts';
import { readStaff } from '../organisation/staff.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { departmentsInSight } from './figures.ts';
import { titled } from './named.ts';
import { whyNotOver } from './training.ts';
import type { trainingRulesOut } from './view.ts';

/** The training rules in force, and what a plan is made from: departments, people and standard processes (TRNG-04). */
export async function readTraining(context: Context): Promise<z.input<typeof trainingRulesOut>> {
  const { version, settings } = await settingsVersionOf(context);
  const { people } = await readStaff(context);
  const processes = await articlesInForce(context, [sql`a.sort = 'process'`]);
  return {
    version,
    rules: settings.training ?? null,
    departments: (await departmentsInSight(context)).map(({ id, name, centre_id }) => ({
      id,
      name,
      can: { plan: whyNotOver(context.actor, 'training.plan', { centre_id, department_id: id }) },
    })),
    people: [...people.values()]
      .map(({ id, name }) => ({ id, name }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh')),
    posts: await postsNamed(context),
    processes: processes.map(({ id, title, language }) => ({ id, name: titled(title, language) })),
    can: {
      see: can(context.actor, 'training.see', {}),
      plan: can(context.actor, 'training.plan', {}),
      change: can(context.actor, 'limit.edit', {}),
    },
  };
}

async function postsNamed(context: Context): Promise<Record<string, Words>> {
  return Object.fromEntries([...(await posts(context)).values()].map(({ key, name }) => [key, name]));
}
