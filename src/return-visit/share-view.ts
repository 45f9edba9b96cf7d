import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { idOut, momentOut, pageOf } from '../platform/http/shapes.ts';
import { numberOut, satisfactionOut, titleOut } from '../ticket/shapes.ts';

const counts = {
  handled: z.number().describe('Denominator: complaints closed in the period'),
  visited: z.number().describe('Numerator: of these, those with a return visit that was made'),
  reopened: z.number().describe('Of these, those that had been opened again'),
  late: z.number().describe('Of these, those with a promise kept late'),
  answers: z.number().describe('Of these, those whose customer said how satisfied he is'),
  satisfaction: z.number().nullable().describe('1 to 5, on average of these answers; null: none'),
};

export const visitShareOut = z.object({
  from: momentOut.describe('Closed at or after'),
  until: momentOut.describe('Closed before'),
  least: z.number().describe('How many of a hundred are to be visited at least (VISIT-14)'),
  enough: z.boolean().nullable().describe('Whether that was reached; null: no complaint was closed'),
  ...counts,
  byDepartment: z
    .array(z.object({ department: departmentNameOut.nullable().describe('null: of no department'), ...counts }))
    .describe('By the department it belongs to; the most first'),
  byPerson: z
    .array(z.object({ person: personOut.describe('Who is accountable for them'), ...counts }))
    .describe('By who is accountable; the most first'),
});

export const shareComplaintsOut = pageOf(
  z.object({
    id: idOut('ticket'),
    number: numberOut,
    title: titleOut,
    department: departmentNameOut.nullable().describe('Where it belongs; null: nowhere'),
    person: personOut.describe('Who is accountable for it'),
    closedAt: momentOut,
    satisfaction: satisfactionOut,
    visitId: idOut('return_visit').nullable().describe('The return visit that was made; null: none'),
    drawnOut: z.boolean().describe('It was not drawn for a visit, by the share of its kind'),
  }),
);
