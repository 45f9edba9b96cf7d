import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { download, leaving, takenOut } from '../report/papers/download.ts';
import { submitSummary } from './commands/submit-summary.ts';
import { submitSummaryInput, summariesQuery } from './inputs.ts';
import { listSummaries } from './list.ts';
import { summaryPage } from './page.ts';
import { summaryPaper } from './paper.ts';
import { summariesOut, summaryPageOut } from './view.ts';

const params = z.object({ id: id('summary') });

/** The weekly summaries of complaints (COMP-12) and the monthly reports of special situations (REPT-06). */
export const summaryRoutes: Route[] = [
  route({
    name: 'listSummaries',
    method: 'GET',
    path: '/summaries',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'The weekly summaries of complaints and the monthly reports of special situations, newest first',
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
    summary: "One week's complaints, or one month's special situations, in figures, and the matters behind them",
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
    summary: 'Complete the summary and submit it to the centre manager',
    params,
    body: submitSummaryInput,
    answer: done,
    handle: async (context, { params: { id: summaryId }, body }) => {
      await submitSummary(context, summaryId, body);
      return OK;
    },
  }),
];
