import { z } from 'zod';
import { id, moment, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { commitmentKindOut } from '../commitment/shapes.ts';
import { departmentNameOut } from '../organisation/shapes.ts';

export const figuresQuery = z.strictObject({
  from: moment.describe('From this moment'),
  until: moment.describe('Until before this moment; a year later at most'),
  department: id('department').optional().describe('Only of tickets, promises and visits of this department'),
});
export type FiguresQuery = z.output<typeof figuresQuery>;

const share = z.object({ n: z.number().describe('Numerator'), of: z.number().describe('Denominator') });

const keptOut = z.number().describe('Promises that fell due in the period and were kept in time');

const lateOut = z.number().describe('Promises that fell due in the period and were kept too late');
const kindKey = z.string().describe('Key of a kind');
const averageOut = z.number().nullable().describe('1 to 5, of the tickets closed in the period; null: nobody answered');
export const figuresOut = z.object({
  from: momentOut.describe('As asked for'),
  until: momentOut.describe('As asked for'),
  opened: z.number().describe('Tickets opened in the period'),
  closed: z.number().describe('Tickets closed in the period, cancelled ones not counted'),
  cancelled: z.number().describe('Tickets that ended in the period as declined, withdrawn or duplicate'),
  reopened: share.describe('Of the tickets opened in the period, how many were opened again'),
  answeredBeforeEnd: share.describe('Of the tickets opened in the period, how many have had an answer'),
  kept: share.describe('Of the promises that fell due in the period, how many were kept in time'),
  keptByKind: z
    .array(
      z.object({
        kind: commitmentKindOut,
        name: wordsOut.describe('What is owed'),
        kept: keptOut,
        late: lateOut,
        open: z.number().describe('Run out and still owed'),
      }),
    )
    .describe('The same by what was promised, the worst first'),
  byKind: z
    .array(
      z.object({
        kind: kindKey,
        name: wordsOut,
        opened: z.number().describe('Tickets of it opened in the period'),
        closed: z.number().describe('Tickets of it closed in the period, cancelled ones not counted'),
        satisfaction: averageOut,
      }),
    )
    .describe('Kinds of which any was opened or closed in the period'),
  byDepartment: z
    .array(departmentNameOut.extend({ kept: keptOut, late: lateOut }))
    .describe('Promises by the department that owed them'),
  visits: z
    .object({
      made: z.number().describe('The customer was asked'),
      declined: z.number().describe('The customer declined it'),
      unreachable: z.number().describe('Tried as often as the rule asks, in vain'),
      due: z.number().describe('Still to be made'),
    })
    .describe('Return visits that arose in the period, by what became of them'),
  satisfaction: z
    .object({ average: averageOut, answers: z.number().describe('How many answered') })
    .describe('1 to 5, of the tickets closed in the period'),
  severities: z
    .array(
      z.object({
        severity: z.string().describe('ordinary, major or grave'),
        n: z.number().describe('Tickets of it opened in the period'),
      }),
    )
    .describe('Of complaints; what none had is left out'),
});
export type Figures = z.input<typeof figuresOut>;
