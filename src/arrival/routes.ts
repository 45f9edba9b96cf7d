import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { leave } from './commands/leave.ts';
import { takeArrival } from './commands/take.ts';
import { takeDown } from './commands/take-down.ts';
import { arriveInput, leaveInput } from './inputs.ts';
import { listArrivals } from './list.ts';
import { arrivalsOut, takenDownOut } from './view.ts';

const params = z.object({ id: id('arrival') });
const tag = 'Front desk';
const admits = 'contact.record';

/** Who waits at the counter, who sees to him, and how his visit ended (RECP-03, RECP-13). */
export const arrivalRoutes: Route[] = [
  route({
    name: 'listArrivals',
    method: 'GET',
    path: '/arrivals',
    admits,
    tag,
    summary:
      'Who waits at the counter and who is being seen to, the first to come first; then who left within eight hours',
    answer: arrivalsOut,
    handle: (context) => listArrivals(context),
  }),
  route({
    name: 'takeDownArrival',
    method: 'POST',
    path: '/arrivals',
    admits,
    tag,
    summary: 'Take down somebody who came to the counter; whom he wants hears of it at once',
    status: 201,
    body: arriveInput,
    example: { name: 'Mr Li', purpose: 'consultation' },
    answer: takenDownOut,
    handle: async (context, { body }) => ({ id: await takeDown(context, body) }),
  }),
  route({
    name: 'takeArrival',
    method: 'POST',
    path: '/arrivals/:id/take',
    admits,
    tag,
    summary: 'Call a visitor: he waits no longer',
    params,
    answer: done,
    handle: async (context, given) => {
      await takeArrival(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'leaveArrival',
    method: 'POST',
    path: '/arrivals/:id/leave',
    admits,
    tag,
    summary: 'A visitor leaves, and what came of it; the visit goes into the visit record',
    params,
    body: leaveInput,
    answer: done,
    handle: async (context, given) => {
      await leave(context, given.params.id, given.body);
      return OK;
    },
  }),
];
