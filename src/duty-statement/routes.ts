import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { confirmDuties } from './commands/confirm-duties.ts';
import { stateDuties } from './commands/state-duties.ts';
import { confirmInput, stateInput } from './inputs.ts';
import { listDuties } from './list.ts';
import { allDutiesOut, statedOut } from './view.ts';

const params = z.object({ id: id('post') });
const tag = 'Day plan';

/** What each post owes, and who has confirmed that he understands it (ASGN-03). */
export const dutyRoutes: Route[] = [
  route({
    name: 'listDuties',
    method: 'GET',
    path: '/duties',
    admits: 'commitment.see',
    tag,
    summary: 'Each post with its duties, who has confirmed them and who has not, and what each has open',
    answer: allDutiesOut,
    handle: (context) => listDuties(context),
  }),
  route({
    name: 'stateDuties',
    method: 'PUT',
    path: '/posts/:id/duties',
    admits: 'people.edit',
    tag,
    summary: 'State what a post owes; everybody who holds it is asked anew to confirm it',
    params,
    body: stateInput,
    answer: statedOut,
    handle: async (context, { params: { id: postId }, body }) => ({
      version: await stateDuties(context, postId, body),
    }),
  }),
  route({
    name: 'confirmDuties',
    method: 'POST',
    path: '/posts/:id/duties/confirm',
    admits: 'commitment.see',
    tag,
    summary: 'Confirm that one understands the duties of a post one holds',
    params,
    body: confirmInput,
    answer: done,
    handle: async (context, { params: { id: postId }, body }) => {
      await confirmDuties(context, postId, body);
      return OK;
    },
  }),
];
