import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { beginCount, goCounting } from './commands/begin-counts.ts';
import { addSurplus, completeCount, countLine } from './commands/count-lines.ts';
import { settleDifference } from './commands/settle-difference.ts';
import { countPage, listCounts } from './counts.ts';
import { countBegunOut, custodyCountPageOut, custodyCountsOut } from './counts-view.ts';
import { beginCountInput, countsQuery, lineInput, settleInput, surplusInput } from './inputs.ts';

const params = z.object({ id: id('custody_count') });
const ofLine = z.object({ id: id('custody_count'), lineId: id('custody_count_line') });
const tag = 'Keys and passes';

/** Counts of what is in custody: expected against found, and each difference settled by an approver (ASST-03, ASST-05). */
export const custodyCountRoutes: Route[] = [
  route({
    name: 'listCustodyCounts',
    method: 'GET',
    path: '/custody-counts',
    admits: 'custody.see',
    tag,
    summary: 'Counts, the newest first: owed, going on, and with what differences',
    query: countsQuery,
    answer: custodyCountsOut,
    handle: (context, { query }) => listCounts(context, query),
  }),
  route({
    name: 'readCustodyCount',
    method: 'GET',
    path: '/custody-counts/:id',
    admits: 'custody.see',
    tag,
    summary: 'One count as a sheet: what was expected, what was found',
    params,
    answer: custodyCountPageOut,
    handle: (context, given) => countPage(context, given.params.id),
  }),
  route({
    name: 'beginCustodyCount',
    method: 'POST',
    path: '/custody-counts',
    admits: 'custody.keep',
    tag,
    summary: 'Begin a count besides those that are owed',
    status: 201,
    body: beginCountInput,
    example: { sort: 'tool' },
    answer: countBegunOut,
    handle: async (context, { body }) => ({ id: await beginCount(context, body) }),
  }),
  route({
    name: 'goCounting',
    method: 'POST',
    path: '/custody-counts/:id/begin',
    admits: 'custody.keep',
    tag,
    summary: 'Begin a count that is owed: its lines are what the book has now',
    params,
    answer: done,
    handle: async (context, given) => {
      await goCounting(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'countCustodyLine',
    method: 'PUT',
    path: '/custody-counts/:id/lines/:lineId',
    admits: 'custody.keep',
    tag,
    summary: 'Say what was found of a thing',
    params: ofLine,
    body: lineInput,
    example: { found: 'as_booked' },
    answer: done,
    handle: async (context, given) => {
      await countLine(context, given.params.id, given.params.lineId, given.body);
      return OK;
    },
  }),
  route({
    name: 'addCustodySurplus',
    method: 'POST',
    path: '/custody-counts/:id/lines',
    admits: 'custody.keep',
    tag,
    summary: 'Say that something was found that is in no book',
    params,
    body: surplusInput,
    answer: done,
    handle: async (context, given) => {
      await addSurplus(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'completeCustodyCount',
    method: 'POST',
    path: '/custody-counts/:id/complete',
    admits: 'custody.keep',
    tag,
    summary: 'All is counted: differences are owed to be settled',
    params,
    answer: done,
    handle: async (context, given) => {
      await completeCount(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'settleCustodyDifference',
    method: 'POST',
    path: '/custody-counts/:id/lines/:lineId/settle',
    admits: 'custody.approve',
    tag,
    summary: 'Settle a difference with its reason; the ledger is told',
    params: ofLine,
    body: settleInput,
    example: { as: 'lost', reason: 'Not found anywhere; the holder has left' },
    answer: done,
    handle: async (context, given) => {
      await settleDifference(context, given.params.id, given.params.lineId, given.body);
      return OK;
    },
  }),
];
