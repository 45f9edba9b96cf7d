import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { changeDisturbance } from './commands/change-disturbance.ts';
import { recordDisturbance } from './commands/record-disturbance.ts';
import { changeInput, disturbancesQuery, recordInput } from './inputs.ts';
import { listDisturbances } from './list.ts';
import { disturbancesOut, recordedOut } from './view.ts';

const params = z.object({ id: id('disturbance') });
const tag = 'Order of the centre';

/** Disturbances of the centre's order: when, where, what was done, who was told (RECP-09). */
export const disturbanceRoutes: Route[] = [
  route({
    name: 'listDisturbances',
    method: 'GET',
    path: '/disturbances',
    admits: 'commitment.see',
    tag,
    summary: 'The register of disturbances, the newest first',
    query: disturbancesQuery,
    answer: disturbancesOut,
    handle: (context, { query }) => listDisturbances(context, query),
  }),
  route({
    name: 'recordDisturbance',
    method: 'POST',
    path: '/disturbances',
    admits: 'contact.record',
    tag,
    summary: 'Record a disturbance; whoever is told hears of it at once',
    body: recordInput,
    answer: recordedOut,
    handle: async (context, { body }) => ({ id: await recordDisturbance(context, body) }),
  }),
  route({
    name: 'changeDisturbance',
    method: 'PATCH',
    path: '/disturbances/:id',
    admits: 'contact.record',
    tag,
    summary: 'Go on with it: correct it, say what was done and who was told, say that order is restored',
    params,
    body: changeInput,
    answer: done,
    handle: async (context, { params: { id: disturbanceId }, body }) => {
      await changeDisturbance(context, disturbanceId, body);
      return OK;
    },
  }),
];
