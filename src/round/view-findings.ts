import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { BECAME } from '../proposal/proposal.ts';
import { placeNameOut, ticketNameOut } from '../ticket/shapes.ts';
import { doneOut, keyOfLine, planName } from './view.ts';

export const findingLineOut = z.object({
  roundId: idOut('round'),
  plan: planName.describe('The checklist, by the name it had when the round was begun'),
  line: keyOfLine,
  area: wordsOut.nullable().describe('Where; null: the checklist speaks of one place'),
  point: wordsOut.describe('What was looked at'),
  place: placeNameOut.nullable().describe('The unit it was found in; null: none in particular'),
  note: z.string().describe('What was missing or wrong'),
  ...doneOut,
  by: personOut,
  at: momentOut.describe('When it was found on the spot'),
  followUp: ticketNameOut.nullable().describe('What it led to; null: handled on the spot'),
  settled: z.boolean().describe('Whether that is settled; true where there was nothing more to do'),
  answer: z
    .object({
      department: departmentNameOut.nullable().describe('To which it was suggested'),
      dueAt: momentOrNotYet.describe('By when it answers'),
      isLate: z.boolean().describe('Not answered, and overdue'),
      became: z.enum(BECAME).nullable().describe('What becomes of it; null: not answered yet'),
      words: z.string().nullable().describe('What the department says; null: not answered yet'),
      by: personOut.nullable().describe('Who answered for it; null: nobody yet'),
      at: momentOrNotYet,
    })
    .nullable()
    .describe('Of a suggestion: what the department owes or said; null: nothing was suggested'),
});
export const roundFindingsOut = pageOf(findingLineOut);

export const patrolsOut = z.object({
  items: z
    .array(
      z.object({
        id: idOut('round_plan'),
        key: z.string().describe('Its stable name'),
        name: wordsOut.describe('What it is called'),
        can: canOut.describe('begin'),
      }),
    )
    .describe('Checklists that are walked unplanned, in the order of their keys'),
});
export const begunPatrolOut = z.object({ id: idOut('round') });
