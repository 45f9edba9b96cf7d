import { z } from 'zod';
import { can } from '../organisation/can.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { versionOut } from '../platform/http/shapes.ts';
import { changeCharter } from './commands/change-charter.ts';
import { changeCharterInput } from './inputs.ts';
import { charterOut } from './view.ts';

const tag = 'House';

/** What the house stands for, before everybody who works here. */
export const charterRoutes: Route[] = [
  route({
    name: 'readCharter',
    method: 'GET',
    path: '/charter',
    admits: 'signed-in',
    token: 'any',
    tag,
    summary: 'Tenet, goal, target customers and values of the house',
    answer: charterOut,
    handle: async (context) => {
      const { version, settings } = await settingsVersionOf(context);
      return { version, charter: settings.charter ?? null, can: { change: can(context.actor, 'limit.edit', {}) } };
    },
  }),
  route({
    name: 'changeCharter',
    method: 'PUT',
    path: '/charter',
    admits: 'limit.edit',
    tag,
    summary: 'Word them otherwise, with the reason; the former wording is kept',
    body: changeCharterInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeCharter(context, body) }),
  }),
];
