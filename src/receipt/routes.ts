import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { recordDelivery, recordKnown, recordMissed } from './commands/answer-receipt.ts';
import { chooseAddressees } from './commands/choose-addressees.ts';
import { chooseInput, deliveredInput, knownInput, missedInput, receiptsQuery } from './inputs.ts';
import { listReceipts } from './list.ts';
import { receiptsOut } from './view.ts';

const tag = 'Notices to households';
const params = z.object({ id: id('notice_receipt') });
const own = { method: 'POST', admits: 'contact.record', tag, params, answer: done } as const;

/** Whom a notice reaches, and that each of them knows (APRV-11, ROLE-46). */
export const receiptRoutes: Route[] = [
  route({
    name: 'chooseAddressees',
    method: 'POST',
    path: '/tickets/:id/addressees',
    admits: 'ticket.handle',
    tag,
    summary: 'Choose the households that a notice reaches, in place of those chosen before',
    about:
      'Of each place, and of what stands in it, whoever lives or trades there. Once the notice is approved it goes to all of them at once.',
    params: z.object({ id: id('ticket') }),
    body: chooseInput,
    answer: z.object({ households: z.number().describe('How many it would reach') }),
    handle: async (context, given) => ({ households: await chooseAddressees(context, given.params.id, given.body) }),
  }),
  route({
    name: 'listReceipts',
    method: 'GET',
    path: '/receipts',
    admits: 'contact.record',
    tag,
    summary: 'Each household of notices: how it was given it, and whether it said that it knows',
    query: receiptsQuery,
    answer: receiptsOut,
    handle: (context, { query }) => listReceipts(context, query),
  }),
  route({
    ...own,
    name: 'recordDelivery',
    path: '/receipts/:id/delivered',
    summary: 'Say that a household was given the notice',
    body: deliveredInput,
    handle: async (context, given) => {
      await recordDelivery(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...own,
    name: 'recordKnown',
    path: '/receipts/:id/known',
    summary: 'Say that a household knows, by telephone or by its signature',
    body: knownInput,
    handle: async (context, given) => {
      await recordKnown(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...own,
    name: 'recordMissed',
    path: '/receipts/:id/missed',
    summary: 'Say that a household was called on in vain; it stands in the history of contacts',
    body: missedInput,
    handle: async (context, given) => {
      await recordMissed(context, given.params.id, given.body);
      return OK;
    },
  }),
];
