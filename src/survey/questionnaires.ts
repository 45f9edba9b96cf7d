import type { z } from 'zod';
import { can } from '../organisation/can.ts';
import { departments, posts } from '../organisation/house.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { questionnairesOut } from './view.ts';

/** The questionnaires of the house, and what they may name. */
export async function readQuestionnaires(context: Context): Promise<z.input<typeof questionnairesOut>> {
  const { version, settings } = await settingsVersionOf(context);
  const open = [...(await departments(context)).values()].filter(({ closed_at }) => closed_at === null);
  return {
    items: settings.questionnaires ?? [],
    version,
    departments: open.map(({ key, name }) => ({ key, name })),
    posts: [...(await posts(context)).values()].map(({ key, name }) => ({ key, name })),
    can: { change: can(context.actor, 'limit.edit', {}) },
  };
}
