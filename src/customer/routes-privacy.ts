import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { edgeRoute } from '../platform/http/edge-route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, line, OK } from '../platform/http/shapes.ts';
import { decideStillNamed } from './commands/decide-still-named.ts';
import { exportCustomer } from './commands/export-customer.ts';
import { unmaskPhones } from './commands/unmask-phones.ts';
import { decideStillNamedInput, stillNamedQuery } from './inputs.ts';
import { listStillNamed } from './still-named-list.ts';
import { stillNamedOut, unmaskedOut } from './view.ts';

const params = z.object({ id: id('customer') });
const tag = 'Customers';

/** At the edge, so that no answer with numbers or a whole life is kept for a repeated request. */
export const customerPrivacyRoutes: Route[] = [
  edgeRoute({
    name: 'unmaskPhones',
    method: 'POST',
    path: '/customers/:id/unmask',
    admits: 'customer.see',
    tag,
    summary: 'See the numbers of one customer whole, with a reason that is kept',
    params,
    body: z.strictObject({ reason: line.describe('What the number is needed for; kept') }),
    answer: unmaskedOut,
    atEdge: async (edge, given) => ({
      phones: await edge.transact((context) => unmaskPhones(context, given.params.id, given.body.reason)),
    }),
  }),
  edgeRoute({
    name: 'exportCustomer',
    method: 'POST',
    path: '/customers/:id/export',
    admits: 'customer.edit',
    tag,
    summary: 'Everything kept about one customer, to hand to him; journalled',
    params,
    answer: z.object({
      content: z.record(z.string(), z.unknown()).describe('By part: customer, phones, places, tickets, contacts, ...'),
    }),
    atEdge: async (edge, given) => ({
      content: await edge.transact((context) => exportCustomer(context, given.params.id)),
    }),
  }),
  route({
    name: 'listStillNamed',
    method: 'GET',
    path: '/still-named',
    admits: 'customer.edit',
    tag,
    summary: 'Where customers who were erased are still named in other people’s matters, the oldest first',
    query: stillNamedQuery,
    answer: stillNamedOut,
    handle: (context, { query }) => listStillNamed(context, query),
  }),
  route({
    name: 'decideStillNamed',
    method: 'POST',
    path: '/still-named/:id/decide',
    admits: 'customer.edit',
    tag,
    summary:
      'Blacken the name of an erased customer in one text of another’s matter, for good, or leave it, with the reason',
    params: z.object({ id: id('still_named') }),
    body: decideStillNamedInput,
    answer: done,
    handle: async (context, { params: { id: lineId }, body }) => {
      await decideStillNamed(context, lineId, body);
      return OK;
    },
  }),
];
