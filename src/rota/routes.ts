import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { endHours, planHours } from './commands/plan-hours.ts';
import { planHoursInput } from './inputs.ts';
import { rotaPage } from './page.ts';
import { rotaOut } from './view.ts';

const tag = 'Telephone';

/** Who answers the telephone and who answers online, and when nobody does (CHAN-16). */
export const rotaRoutes: Route[] = [
  route({
    name: 'readRota',
    method: 'GET',
    path: '/rota',
    admits: 'ticket.see',
    tag,
    summary: 'Who is there for the telephone and online in the days ahead, when nobody is, and the hours that say so',
    answer: rotaOut,
    handle: (context) => rotaPage(context),
  }),
  route({
    name: 'planHours',
    method: 'POST',
    path: '/rota/hours',
    admits: 'ticket.assign',
    tag,
    summary: 'Say who is there when: every week, on one date, or not on one date',
    about:
      'As soon as somebody has hours for the telephone or online, these alone say who is there for it; until then everybody at the front desk counts. Whoever is reported away is not there in any case.',
    body: planHoursInput,
    example: {
      sort: 'weekly',
      id: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      personId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6f',
      channel: 'telephone',
      days: [1, 2, 3, 4, 5],
      from: '08:30',
      to: '12:00',
    },
    answer: done,
    handle: async (context, { body }) => {
      await planHours(context, body);
      return OK;
    },
  }),
  route({
    name: 'endHours',
    method: 'POST',
    path: '/rota/hours/:id/end',
    admits: 'ticket.assign',
    tag,
    summary: 'These hours hold no longer',
    params: z.object({ id: id('rota_hours') }),
    answer: done,
    handle: async (context, given) => {
      await endHours(context, given.params.id);
      return OK;
    },
  }),
];
