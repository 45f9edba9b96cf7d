import { z } from 'zod';
import { canOut, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';

const person = z.object({ id: z.string(), name: z.string() }).nullable();
const counted = { n: z.number(), before: z.number().describe('The same in the week before') };
const share = { n: z.number().describe('Numerator'), of: z.number().describe('Denominator') };

const line = {
  id: z.string(),
  week: z.string().describe('Its Monday, YYYY-MM-DD'),
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

export const summaryPageOut = z.object({
  ...line,
  statistics: z.object({
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
  }),
  complaints: z.array(complaint).describe('Those behind the figures: opened in the week, or closed in it'),
  more: z.boolean().describe('There are more complaints than are shown'),
  text: z.string().nullable(),
  measures: z.string().nullable(),
  can: canOut,
});
