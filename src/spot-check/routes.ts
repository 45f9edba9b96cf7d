import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { checkItem } from './commands/check-item.ts';
import { completeSpotCheck } from './commands/complete-spot-check.ts';
import { checkItemInput, completeSpotCheckInput, spotChecksQuery } from './inputs.ts';
import { listSpotChecks } from './list.ts';
import { drawAgain, spotCheckPage } from './page.ts';
import { drawnAgainOut, spotCheckPageOut, spotChecksOut } from './view.ts';

const params = z.object({ id: id('spot_check') });
const tag = 'Quality';

/** Spot checks (抽查): drawn by themselves, owed, looked at line by line, and mended by notices. */
export const spotCheckRoutes: Route[] = [
  route({
    name: 'listSpotChecks',
    method: 'GET',
    path: '/spot-checks',
    admits: 'report.see',
    tag,
    summary: 'The spot checks of each period, the newest first',
    query: spotChecksQuery,
    answer: spotChecksOut,
    handle: (context, { query }) => listSpotChecks(context, query),
  }),
  route({
    name: 'readSpotCheck',
    method: 'GET',
    path: '/spot-checks/:id',
    admits: 'report.see',
    tag,
    summary: 'One spot check with its sheet: what was drawn, what was found in each, and what followed',
    params,
    answer: spotCheckPageOut,
    handle: (context, { params: { id: checkId } }) => spotCheckPage(context, checkId),
  }),
  route({
    name: 'drawSpotCheckAgain',
    method: 'GET',
    path: '/spot-checks/:id/again',
    admits: 'report.see',
    tag,
    summary: 'Draw the sample once more from the recorded seed and population, and say whether it is the same',
    params,
    answer: drawnAgainOut,
    handle: (context, { params: { id: checkId } }) => drawAgain(context, checkId),
  }),
  route({
    name: 'checkSpotCheckItem',
    method: 'POST',
    path: '/spot-check-items/:id/check',
    admits: 'report.see',
    tag,
    summary: 'Say of a record drawn what is in order, what is not, and what follows',
    params: z.object({ id: id('spot_check_item') }),
    body: checkItemInput,
    answer: done,
    handle: async (context, { params: { id: itemId }, body }) => {
      await checkItem(context, itemId, body);
      return OK;
    },
  }),
  route({
    name: 'completeSpotCheck',
    method: 'POST',
    path: '/spot-checks/:id/complete',
    admits: 'report.see',
    tag,
    summary: 'Complete it, in words, once every record drawn has its results',
    params,
    body: completeSpotCheckInput,
    answer: done,
    handle: async (context, { params: { id: checkId }, body }) => {
      await completeSpotCheck(context, checkId, body);
      return OK;
    },
  }),
];
