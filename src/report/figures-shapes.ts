import { z } from 'zod';
import { id, moment, momentOut, wordsOut } from '../platform/http/shapes.ts';

export const figuresQuery = z.strictObject({
  from: moment.describe('From this moment'),
  until: moment.describe('Until before this moment; a year later at most'),
  department: id('department').optional(),
});
export type FiguresQuery = z.output<typeof figuresQuery>;

const share = z.object({ n: z.number().describe('Numerator'), of: z.number().describe('Denominator') });

export const figuresOut = z.object({
  from: momentOut,
  until: momentOut,
  opened: z.number().describe('Tickets opened in the period'),
  closed: z.number().describe('Tickets closed in the period, cancelled ones not counted'),
  cancelled: z.number(),
  reopened: share.describe('Of the tickets opened in the period, how many were opened again'),
  answeredBeforeEnd: share.describe('Of the tickets opened in the period, how many have had an answer'),
  kept: share.describe('Of the promises that fell due in the period, how many were kept in time'),
  keptByKind: z.array(
    z.object({
      kind: z.string(),
      name: wordsOut,
      kept: z.number(),
      late: z.number(),
      open: z.number().describe('Run out and still owed'),
    }),
  ),
  byKind: z.array(
    z.object({
      kind: z.string(),
      name: wordsOut,
      opened: z.number(),
      closed: z.number(),
      satisfaction: z.number().nullable(),
    }),
  ),
  byDepartment: z.array(z.object({ id: z.string(), name: wordsOut, kept: z.number(), late: z.number() })),
  visits: z.object({
    made: z.number(),
    declined: z.number(),
    unreachable: z.number(),
    due: z.number(),
  }),
  satisfaction: z
    .object({ average: z.number().nullable(), answers: z.number() })
    .describe('1 to 5, of the tickets closed in the period'),
  severities: z.array(z.object({ severity: z.string(), n: z.number() })),
});
export type Figures = z.input<typeof figuresOut>;
