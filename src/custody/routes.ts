import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { changeItem } from './commands/change-item.ts';
import { correctEntry } from './commands/correct-entry.ts';
import { enter } from './commands/enter.ts';
import { receiveItem } from './commands/receive-item.ts';
import { listEntries } from './entries.ts';
import { changeItemInput, correctInput, entriesQuery, entryInput, itemsQuery, receiveInput } from './inputs.ts';
import { issuedRoutes } from './routes-issued.ts';
import { listItems } from './list.ts';
import { itemPage } from './page.ts';
import { custodyStatistics, readKinds } from './statistics.ts';
import {
  custodyEntriesOut,
  custodyItemsOut,
  custodyKindsOut,
  custodyPageOut,
  custodyStatisticsOut,
  registeredOut,
} from './view.ts';

const params = z.object({ id: id('custody_item') });
const tag = 'Keys and passes';

/** What the house has in custody: keys, passes, assets, tools; and the ledger of who has each (KEYS-01, KEYS-02, PASS-01, ASST-01). */
export const custodyRoutes: Route[] = [
  route({
    name: 'listCustodyKinds',
    method: 'GET',
    path: '/custody/kinds',
    admits: 'custody.see',
    tag,
    summary: 'The kinds of things that the house keeps',
    answer: custodyKindsOut,
    handle: readKinds,
  }),
  route({
    name: 'readCustodyStatistics',
    method: 'GET',
    path: '/custody/statistics',
    admits: 'custody.see',
    tag,
    summary: 'How many of each kind there are and how they stand',
    answer: custodyStatisticsOut,
    handle: custodyStatistics,
  }),
  route({
    name: 'listCustody',
    method: 'GET',
    path: '/custody',
    admits: 'custody.see',
    tag,
    summary: 'What is in custody, in the order of its numbers, each with who has it now',
    query: itemsQuery,
    answer: custodyItemsOut,
    handle: (context, { query }) => listItems(context, query),
  }),
  route({
    name: 'listCustodyEntries',
    method: 'GET',
    path: '/custody/entries',
    admits: 'custody.see',
    tag,
    summary: 'The ledger over all things, the newest entry first',
    query: entriesQuery,
    answer: custodyEntriesOut,
    handle: (context, { query }) => listEntries(context, query),
  }),
  ...issuedRoutes,
  route({
    name: 'readCustody',
    method: 'GET',
    path: '/custody/:id',
    admits: 'custody.see',
    tag,
    summary: 'A thing with its whole ledger',
    params,
    answer: custodyPageOut,
    handle: (context, given) => itemPage(context, given.params.id),
  }),
  route({
    name: 'receiveCustody',
    method: 'POST',
    path: '/custody',
    admits: 'custody.keep',
    tag,
    summary: 'Register a thing: it is in the custody of the house from then on',
    status: 201,
    body: receiveInput,
    example: { kind: 'public_key', number: 'G-017', label: 'Pump room, building 3' },
    answer: registeredOut,
    handle: async (context, { body }) => ({ id: await receiveItem(context, body) }),
  }),
  route({
    name: 'changeCustody',
    method: 'PATCH',
    path: '/custody/:id',
    admits: 'custody.keep',
    tag,
    summary: 'Put right what a thing is; its former words are kept',
    params,
    body: changeItemInput,
    answer: done,
    handle: async (context, given) => {
      await changeItem(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'enterCustody',
    method: 'POST',
    path: '/custody/:id/entries',
    admits: 'custody.keep',
    tag,
    summary: 'Enter what becomes of a thing: drawn, handed over, returned, issued, lost',
    params,
    body: entryInput,
    example: { act: 'drawn', to: { kind: 'outside', name: 'Lift firm' }, purpose: 'Yearly inspection' },
    answer: done,
    handle: async (context, given) => {
      await enter(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'correctCustody',
    method: 'POST',
    path: '/custody/:id/correct',
    admits: 'custody.keep',
    tag,
    summary: 'Take back the last entry by a counter entry, with the reason',
    params,
    body: correctInput,
    answer: done,
    handle: async (context, given) => {
      await correctEntry(context, given.params.id, given.body);
      return OK;
    },
  }),
];
