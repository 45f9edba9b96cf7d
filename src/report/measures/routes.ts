import { z } from 'zod';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { readCauses } from './causes.ts';
import { causesOut, causesQuery } from './causes-shapes.ts';
import { partsOut, partsQuery, readParts } from './parts.ts';
import { described, readFigure, readOverview } from './read.ts';
import { readRecords } from './records.ts';
import { MEASURES } from './registry.ts';
import {
  figureOut,
  figureQuery,
  measureKey,
  measuresOut,
  overviewOut,
  overviewQuery,
  recordsOut,
  recordsQuery,
} from './shapes.ts';

const params = z.strictObject({ measure: measureKey });

/** Every figure by its name, each with its formula, and the records it counts (STAT-01, CHAN-23). */
export const measureRoutes: Route[] = [
  route({
    name: 'listMeasures',
    method: 'GET',
    path: '/measures',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'Every figure there is: how it is worked out, of what, and by which moment',
    answer: measuresOut,
    handle: async () => ({ items: MEASURES.map(described) }),
  }),
  route({
    name: 'readOverview',
    method: 'GET',
    path: '/figures/overview',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'Every figure of a period, beside the period before or the year before',
    query: overviewQuery,
    answer: overviewOut,
    handle: (context, { query }) => readOverview(context, query),
  }),
  route({
    name: 'readParts',
    method: 'GET',
    path: '/figures/parts',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'Every part of the business in one overview: taken in, open, late, answered, satisfied',
    query: partsQuery,
    answer: partsOut,
    handle: (context, { query }) => readParts(context, query),
  }),
  route({
    name: 'readCauses',
    method: 'GET',
    path: '/figures/causes',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'Causes of complaints, the most frequent first, the vital few marked, and the complaint rate',
    query: causesQuery,
    answer: causesOut,
    handle: (context, { query }) => readCauses(context, query),
  }),
  route({
    name: 'readFigure',
    method: 'GET',
    path: '/figures/:measure',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'One figure of a period, cut by time, department, person, kind, function, channel or place',
    about:
      'Counted of what the right to reports reaches only: a department’s own for its head. Working times of more than 40,000 answers are the median of every second, third … of them.',
    params,
    query: figureQuery,
    answer: figureOut,
    handle: (context, given) => readFigure(context, given.params.measure, given.query),
  }),
  route({
    name: 'readFigureRecords',
    method: 'GET',
    path: '/figures/:measure/records',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'The records that a number counts, newest first',
    about: 'Those of matters the caller may see.',
    params,
    query: recordsQuery,
    answer: recordsOut,
    handle: (context, given) => readRecords(context, given.params.measure, given.query),
  }),
];
