import { z } from 'zod';
import { canOut, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { SPECIAL_SORTS } from './summary.ts';

const person = z.object({ id: z.string(), name: z.string() }).nullable();
const counted = { n: z.number(), before: z.number().describe('The same in the week or month before') };
const share = { n: z.number().describe('Numerator'), of: z.number().describe('Denominator') };

const line = {
  id: z.string(),
  period: z.enum(['week', 'month']).describe("A week's complaints, or a month's special customer situations"),
  begins: z.string().describe('Its first day, YYYY-MM-DD: a Monday, or the first of a month'),
  from: momentOut,
  until: momentOut,
  owner: person.describe('Who owes it'),
  dueAt: momentOut.nullable(),
  submittedAt: momentOut.nullable(),
  submittedBy: person,
  addressee: person.describe('Whom it was submitted to'),
  readAt: momentOut.nullable().describe('When the addressee said that he knows'),
};
export const summaryLineOut = z.object(line);
export const summariesOut = pageOf(summaryLineOut);

const complaint = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  severity: z.string().nullable(),
  departmentId: z.string().nullable(),
  openedAt: momentOut,
  closedAt: momentOut.nullable(),
  satisfaction: z.number().nullable(),
  realCause: z.string(),
  outcome: z.string().nullable(),
});

const situation = z.object({
  sort: z.enum(SPECIAL_SORTS),
  at: momentOut,
  ticketId: z.string(),
  number: z.number(),
  title: z.string(),
  words: z.string().nullable().describe('What was written down, why it was declined, or how it ended'),
});

const special = z.object({
  figures: z.object({
    situation: z.object(counted),
    major: z.object(counted),
    grave: z.object(counted),
    declined: z.object(counted),
    vip: z.object(counted),
  }),
  situations: z.array(situation).describe('Those behind the figures'),
});

const weekStatistics = z.object({
  opened: z.object(counted),
  closed: z.object(counted),
  stillOpen: z.number().describe('Of those opened in the week'),
  bySeverity: z.array(z.object({ severity: z.string(), name: wordsOut, ...counted })),
  byDepartment: z.array(z.object({ departmentId: z.string(), name: wordsOut, ...counted })),
  byChoice: z.array(
    z.object({
      field: z.string(),
      name: wordsOut,
      counts: z.array(z.object({ choice: z.string(), name: wordsOut, ...counted })),
    }),
  ),
  kept: z
    .object({ ...share, before: z.object(share) })
    .describe('Of the promises about complaints that fell due in the week, how many were kept in time'),
  satisfaction: z
    .object({ average: z.number().nullable(), answers: z.number(), before: z.number().nullable() })
    .describe('1 to 5, of the complaints closed in the week'),
});

export const summaryPageOut = z.object({
  ...line,
  statistics: weekStatistics.nullable().describe('Of a week'),
  special: special.nullable().describe('Of a month'),
  complaints: z.array(complaint).describe('Those behind the figures of a week: opened in it, or closed in it'),
  more: z.boolean().describe('There are more matters than are shown'),
  text: z.string().nullable(),
  measures: z.string().nullable(),
  can: canOut,
});
