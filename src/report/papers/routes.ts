import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { readCauses } from '../measures/causes.ts';
import { causesQuery } from '../measures/causes-shapes.ts';
import { partsQuery, readParts } from '../measures/parts.ts';
import { askedFor, described, readFigure, readOverview } from '../measures/read.ts';
import { readRecords } from '../measures/records.ts';
import type { RecordLine } from '../measures/shapes.ts';
import { figureQuery, measureKey, overviewQuery, recordsQuery } from '../measures/shapes.ts';
import type { Format } from '../../platform/documents/paper.ts';
import { download, leaving, takenOut } from './download.ts';
import type { Listed } from './figure-papers.ts';
import { causesPaper, figurePaper, overviewPaper, partsPaper, recordsPaper } from './figure-papers.ts';

const params = z.strictObject({ measure: measureKey });
const shared = { method: 'GET', admits: 'report.see', tag: 'Figures', sends: 'file', answer: z.unknown() } as const;

/** As many records as a paper takes: a spreadsheet is gone on with, a PDF is read (and takes two seconds a thousand lines). */
const MOST: Record<Format, number> = { xlsx: 20_000, pdf: 1_000 };

/** Figures, parts, causes and records as XLSX or PDF. */
export const paperRoutes: Route[] = [
  route({
    ...shared,
    name: 'takeOutOverview',
    path: '/figures/overview/document',
    summary: 'Every figure of a period as XLSX or PDF',
    query: overviewQuery.extend(takenOut),
    leaves: ({ query }, paper) => leaving('figures', query, paper),
    handle: (context, { query }) =>
      download(context, query, async (writing) => overviewPaper(writing, query, await readOverview(context, query))),
  }),
  route({
    ...shared,
    name: 'takeOutParts',
    path: '/figures/parts/document',
    summary: 'Every part of the business as XLSX or PDF',
    query: partsQuery.extend(takenOut),
    leaves: ({ query }, paper) => leaving('figure_parts', query, paper),
    handle: (context, { query }) =>
      download(context, query, async (writing) => partsPaper(writing, query, await readParts(context, query))),
  }),
  route({
    ...shared,
    name: 'takeOutCauses',
    path: '/figures/causes/document',
    summary: 'Causes of complaints, the vital few marked, as XLSX or PDF',
    query: causesQuery.extend(takenOut),
    leaves: ({ query }, paper) => leaving('figure_causes', query, paper),
    handle: (context, { query }) =>
      download(context, query, async (writing) => causesPaper(writing, query, await readCauses(context, query))),
  }),
  route({
    ...shared,
    name: 'takeOutFigure',
    path: '/figures/:measure/document',
    summary: 'One figure of a period, cut as asked, as XLSX or PDF',
    params,
    query: figureQuery.extend(takenOut),
    leaves: ({ params: { measure }, query }, paper) => leaving('figure', { ...query, measure }, paper),
    handle: (context, { params: { measure }, query }) =>
      download(context, query, async (writing) =>
        figurePaper(writing, query, await readFigure(context, measure, query)),
      ),
  }),
  route({
    ...shared,
    name: 'takeOutRecords',
    path: '/figures/:measure/records/document',
    summary: 'The records that a number counts as XLSX (20,000 at most) or PDF (1,000 at most)',
    params,
    query: recordsQuery.extend(takenOut).omit({ after: true, limit: true }),
    leaves: ({ params: { measure }, query }, paper) => leaving('figure_records', { ...query, measure }, paper),
    handle: (context, { params: { measure }, query }) =>
      download(context, query, async (writing) =>
        recordsPaper(writing, query, await everyRecord(context, measure, query)),
      ),
  }),
];

type Wanted = Omit<z.output<typeof recordsQuery>, 'after' | 'limit'> & { format: Format };

async function everyRecord(context: Context, measure: string, query: Wanted): Promise<Listed> {
  const items: RecordLine[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(1_000, MOST[query.format] - items.length);
    const page = await readRecords(context, measure, { ...query, after, limit });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && items.length < MOST[query.format]);
  return { measure: described(askedFor(measure)), items, more: after !== undefined };
}
