import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { keepView, removeView } from './commands/keep-view.ts';
import { viewCounts, viewCountsOut } from './counts.ts';
import { savedViewInput } from './inputs.ts';
import { savedViews, savedViewsOut } from './views.ts';

const params = z.object({ id: id('saved_view') });
const tag = 'Views';

/** Lists kept under a name. */
export const savedViewRoutes: Route[] = [
  route({
    name: 'listSavedViews',
    method: 'GET',
    path: '/views',
    admits: 'ticket.see',
    tag,
    summary: 'My own views of the tickets and those shared with me',
    answer: savedViewsOut,
    handle: savedViews,
  }),
  route({
    name: 'countSavedViews',
    method: 'GET',
    path: '/views/counts',
    admits: 'ticket.see',
    tag,
    summary: 'How many tickets each of these views shows now, as far as ninety-nine',
    answer: viewCountsOut,
    handle: viewCounts,
  }),
  route({
    name: 'keepView',
    method: 'POST',
    path: '/views',
    admits: 'ticket.see',
    tag,
    summary: 'Keep a list under a name, for oneself or for others who look at the same',
    status: 201,
    body: savedViewInput,
    example: { name: 'Late in Engineering', filters: { late: 'true' }, shared: 'department' },
    answer: z.object({ id: idOut('saved_view') }),
    handle: async (context, { body }) => ({ id: await keepView(context, body) }),
  }),
  route({
    name: 'removeView',
    method: 'DELETE',
    path: '/views/:id',
    admits: 'ticket.see',
    tag,
    summary: 'Take a view away',
    params,
    answer: done,
    handle: async (context, given) => {
      await removeView(context, given.params.id);
      return OK;
    },
  }),
];
