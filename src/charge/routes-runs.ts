import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { billRun } from './commands/bill-run.ts';
import { markPrinted } from './commands/notices.ts';
import { revokeRun } from './commands/revoke-run.ts';
import * as inputs from './inputs.ts';
import { listNotices } from './notices-list.ts';
import { previewRun } from './preview.ts';
import { listRuns, runPage } from './runs.ts';
import { noticesOut, previewOut, runPageOut, runsOut } from './view-runs.ts';

const params = z.object({ id: id('charge_run') });
const tag = 'Charges';

/** Billing a period in one act, and telling everybody in time to pay (FEE-01, FEE-03). */
export const chargeRunRoutes: Route[] = [
  route({
    name: 'previewChargeRun',
    method: 'POST',
    path: '/charge-runs/preview',
    admits: 'charge.bill',
    tag,
    summary: 'Who would be billed how much for a period, and what is missing; writes nothing',
    body: inputs.previewRunInput,
    answer: previewOut,
    handle: (context, { body }) => previewRun(context, body),
  }),
  route({
    name: 'billChargeRun',
    method: 'POST',
    path: '/charge-runs',
    admits: 'charge.bill',
    tag,
    summary: 'Bill a period of an item to every unit for which nothing is missing, and tell each customer',
    about:
      'No unit is billed twice for a period: a later run bills what was missing before. Customers are told at a pace; the run says how far it is.',
    status: 201,
    body: inputs.billInput,
    answer: z.object({ id: idOut('charge_run') }),
    handle: async (context, { body }) => ({ id: await billRun(context, body) }),
  }),
  route({
    name: 'listChargeRuns',
    method: 'GET',
    path: '/charge-runs',
    admits: 'charge.see',
    tag,
    summary: 'Periods that were billed, the newest first',
    query: inputs.runsQuery,
    answer: runsOut,
    handle: (context, { query }) => listRuns(context, query),
  }),
  route({
    name: 'readChargeRun',
    method: 'GET',
    path: '/charge-runs/:id',
    admits: 'charge.see',
    tag,
    summary: 'One period that was billed: what came in, and who was told',
    params,
    answer: runPageOut,
    handle: (context, given) => runPage(context, given.params.id),
  }),
  route({
    name: 'revokeChargeRun',
    method: 'POST',
    path: '/charge-runs/:id/revoke',
    admits: 'charge.bill',
    tag,
    summary: 'Take back a whole run of which nothing was paid, with the reason',
    params,
    body: inputs.becauseInput,
    answer: done,
    handle: async (context, given) => {
      await revokeRun(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'listChargeNotices',
    method: 'GET',
    path: '/charge-notices',
    admits: 'charge.see',
    tag,
    summary: 'What was told to whom of bills, how and when, with the text; letters to print among them',
    query: inputs.noticesQuery,
    answer: noticesOut,
    handle: (context, { query }) => listNotices(context, query),
  }),
  route({
    name: 'markChargeNoticesPrinted',
    method: 'POST',
    path: '/charge-notices/printed',
    admits: 'charge.receive',
    tag,
    summary: 'These letters were printed and handed over; by whom and when is kept',
    body: inputs.printedInput,
    answer: done,
    handle: async (context, { body }) => {
      await markPrinted(context, body.ids);
      return OK;
    },
  }),
];
