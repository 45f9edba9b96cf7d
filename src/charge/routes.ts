import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK, versionOut } from '../platform/http/shapes.ts';
import { download, leaving, takenOut } from '../report/papers/download.ts';
import { accountOf } from './account.ts';
import { arrearsOf } from './arrears.ts';
import { readCharging } from './charging.ts';
import { beginCharging } from './commands/begin-charging.ts';
import { changeCharging } from './commands/change-charging.ts';
import { chargeOne } from './commands/charge-one.ts';
import { setBasis } from './commands/set-basis.ts';
import { reverseCharge, waiveCharge } from './commands/settle.ts';
import * as inputs from './inputs.ts';
import { chargePage, listCharges } from './list.ts';
import { arrearsPaper } from './papers.ts';
import { accountOut, arrearsOut, chargePageOut, chargesOut, chargingOut } from './view.ts';

const params = z.object({ id: id('charge') });
const tag = 'Charges';

/** What is charged, to whom, and how it stands. */
export const chargeRoutes: Route[] = [
  route({
    name: 'readCharging',
    method: 'GET',
    path: '/charging',
    admits: 'charge.see',
    tag,
    summary: 'What is charged here: items with their price and published standard, and who answers for what',
    answer: chargingOut,
    handle: readCharging,
  }),
  route({
    name: 'changeCharging',
    method: 'PUT',
    path: '/charging',
    admits: 'limit.edit',
    tag,
    summary: 'Change items, prices and standards, with the reason; what was billed stays as it was',
    body: inputs.changeChargingInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeCharging(context, body) }),
  }),
  route({
    name: 'beginCharging',
    method: 'POST',
    path: '/charging/shipped',
    admits: 'limit.edit',
    tag,
    summary: 'Begin to charge with the items that the pack ships, where nothing is charged yet',
    answer: z.object({ version: versionOut }),
    handle: async (context) => ({ version: await beginCharging(context) }),
  }),
  route({
    name: 'setChargeBasis',
    method: 'POST',
    path: '/charge-bases',
    admits: 'charge.bill',
    tag,
    summary: 'Set the areas of units, or what is agreed for an item, unit by unit; the former value stays on record',
    body: inputs.setBasisInput,
    answer: z.object({ changed: z.number().describe('How many were other before') }),
    handle: async (context, { body }) => ({ changed: await setBasis(context, body) }),
  }),
  route({
    name: 'listCharges',
    method: 'GET',
    path: '/charges',
    admits: 'charge.see',
    tag,
    summary: 'Charges with what was paid and what is owed, the newest first, and their sums',
    query: inputs.chargesQuery,
    answer: chargesOut,
    handle: (context, { query }) => listCharges(context, query),
  }),
  route({
    name: 'chargeOne',
    method: 'POST',
    path: '/charges',
    admits: 'charge.receive',
    tag,
    summary: 'Charge a customer for one thing: a finished work order, a matter, a permit; he is told of it',
    status: 201,
    body: inputs.chargeOneInput,
    answer: z.object({ id: idOut('charge') }),
    handle: async (context, { body }) => ({ id: await chargeOne(context, body) }),
  }),
  route({
    name: 'readArrears',
    method: 'GET',
    path: '/charge-arrears',
    admits: 'charge.see',
    tag,
    summary: 'Arrears by building and age, and the collected share, with numerator and denominator',
    query: inputs.arrearsQuery,
    answer: arrearsOut,
    handle: (context, { query }) => arrearsOf(context, query),
  }),
  route({
    name: 'takeOutArrears',
    method: 'GET',
    path: '/charge-arrears/document',
    admits: 'charge.see',
    tag,
    summary: 'The same as XLSX or PDF',
    query: inputs.arrearsQuery.extend(takenOut),
    sends: 'file',
    answer: z.unknown(),
    leaves: ({ query }, paper) => leaving('charge-arrears', query, paper),
    handle: (context, { query }) =>
      download(context, query, async (writing) =>
        arrearsPaper(writing, await arrearsOf(context, query), context.organisation.name, context.now),
      ),
  }),
  route({
    name: 'readChargeAccount',
    method: 'GET',
    path: '/charge-accounts/:id',
    admits: 'charge.see',
    tag,
    summary: 'What a customer owes, and what he paid last',
    params: z.object({ id: id('customer') }),
    answer: accountOut,
    handle: (context, given) => accountOf(context, given.params.id),
  }),
  route({
    name: 'readCharge',
    method: 'GET',
    path: '/charges/:id',
    admits: 'charge.see',
    tag,
    summary: 'One charge with every entry that settled it',
    params,
    answer: chargePageOut,
    handle: (context, given) => chargePage(context, given.params.id),
  }),
  route({
    name: 'waiveCharge',
    method: 'POST',
    path: '/charges/:id/waive',
    admits: 'charge.waive',
    tag,
    summary: 'Waive what is open of it, or part of that, with the reason',
    params,
    body: inputs.waiveInput,
    answer: done,
    handle: async (context, given) => {
      await waiveCharge(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'reverseCharge',
    method: 'POST',
    path: '/charges/:id/reverse',
    admits: 'charge.bill',
    tag,
    summary: 'Take back a charge of which nothing was paid, with the reason; it may be charged anew',
    params,
    body: inputs.becauseInput,
    answer: done,
    handle: async (context, given) => {
      await reverseCharge(context, given.params.id, given.body);
      return OK;
    },
  }),
];
