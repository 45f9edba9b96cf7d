import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { download, leaving, takenOut } from '../report/papers/download.ts';
import { receiveSummary } from './commands/receive-summary.ts';
import { submitSummary } from './commands/submit-summary.ts';
import { submitSummaryInput, summariesQuery } from './inputs.ts';
import { listSummaries } from './list.ts';
import { summaryPage } from './page.ts';
import { summaryPaper } from './paper.ts';
import { summariesOut, summaryPageOut } from './view.ts';

const params = z.object({ id: id('summary') });

/** The weekly summaries of complaints (COMP-12), the monthly reports of special situations (REPT-06), and all reports upward. */
export const summaryRoutes: Route[] = [
  route({
    name: 'listSummaries',
    method: 'GET',
    path: '/summaries',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'Summaries of complaints and special situations, service reports and reports upward, newest first',
    query: summariesQuery,
    answer: summariesOut,
    handle: (context, { query }) => listSummaries(context, query),
  }),
  route({
    name: 'readSummary',
    method: 'GET',
    path: '/summaries/:id',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'One summary or report in figures, with the matters behind them, and to whom it was brought',
    params,
    answer: summaryPageOut,
    handle: (context, { params: { id: summaryId } }) => summaryPage(context, summaryId),
  }),
  route({
    name: 'takeOutSummary',
    method: 'GET',
    path: '/summaries/:id/document',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'A summary or report as XLSX or PDF, with what was written and who signed it',
    params,
    query: z.strictObject(takenOut),
    sends: 'file',
    answer: z.unknown(),
    leaves: ({ params: { id: summary }, query }, paper) => leaving('summary', { ...query, summary }, paper),
    handle: (context, { params: { id: summaryId }, query }) =>
      download(context, query, async (writing) => summaryPaper(writing, await summaryPage(context, summaryId))),
  }),
  route({
    name: 'submitSummary',
    method: 'POST',
    path: '/summaries/:id/submit',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'Complete the summary or report, sign it where it is in figures, and submit it to whom it goes',
    params,
    body: submitSummaryInput,
    answer: done,
    handle: async (context, { params: { id: summaryId }, body }) => {
      await submitSummary(context, summaryId, body);
      return OK;
    },
  }),
  route({
    name: 'receiveSummary',
    method: 'POST',
    path: '/summaries/:id/receive',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'I have received the summary or report that was brought to me; kept with its time',
    params,
    answer: done,
    handle: async (context, { params: { id: summaryId } }) => {
      await receiveSummary(context, summaryId);
      return OK;
    },
  }),
];
