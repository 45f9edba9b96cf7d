import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOut, momentOrNotYet, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { SORTS } from './move.ts';
import { ASSESSED_PERIODS } from './plan.ts';
import { BEARINGS, RECORDS } from './record.ts';
import { postOut, scoreOut } from './view.ts';

const dayOut = z.string().describe('YYYY-MM-DD');
const sortOut = z
  .enum(SORTS)
  .describe('promotion and demotion: from one post to another; appointment: to one; removal: from one');
const moveStateOut = z
  .enum(['proposed', 'withdrawn', 'refused', 'ahead', 'stuck', 'in_effect'])
  .describe('ahead: approved, its day has not come; stuck: the house refused it on its day');

export const recordOut = z.object({
  id: z.string().describe('Identifier of the record'),
  sort: z.enum(RECORDS).describe('Which of the four below it is'),
  person: personOut.describe('Whom it is about'),
  at: momentOut.describe('When it was submitted, recorded, proposed'),
  day: dayOut.describe('The day it is about, or the first of its period'),
  by: personOut.nullable().describe('Who assessed, recorded or proposed; null: the name is not known'),
  assessment: z
    .object({
      name: wordsOut,
      period: z.enum(ASSESSED_PERIODS).describe('Of which stretch it is'),
      score: scoreOut,
      confirmedAt: momentOrNotYet,
    })
    .nullable()
    .describe('How his work was assessed; null: another sort'),
  finding: z
    .object({
      source: wordsOut.describe('Where it comes from'),
      bearing: z.enum(BEARINGS).describe('merit: it speaks for him; fault: against him; remark: neither'),
      text: z.string().describe('What was found'),
      withdrawn: z
        .object({ by: personOut, at: momentOut, because: z.string().describe('The reason given') })
        .nullable()
        .describe('Recorded in error; null: it stands'),
      can: canOut.describe('withdraw'),
    })
    .nullable()
    .describe('What was found of him; null: another sort'),
  breach: z
    .object({
      rule: z.string().describe('Which rule was broken'),
      facts: z.string().describe('What happened'),
      statement: z
        .object({ by: personOut, at: momentOut, text: z.string().describe('What the person says') })
        .nullable()
        .describe('null: he was not heard yet'),
      decision: z
        .object({
          by: personOut,
          at: momentOut,
          sanction: wordsOut.describe('What follows'),
          remark: z.string().describe('Why'),
        })
        .nullable()
        .describe('null: not decided yet'),
      can: canOut.describe('state, decide'),
    })
    .nullable()
    .describe('Which rule he broke, and what follows; null: another sort'),
  move: z
    .object({
      sort: sortOut,
      from: postOut.nullable().describe('The post he leaves; null: none'),
      to: postOut.nullable().describe('The post he is to hold; null: none'),
      state: moveStateOut,
    })
    .nullable()
    .describe('To which post he is to go, or from which; null: another sort'),
});
export type StaffRecord = z.output<typeof recordOut>;
export const recordsOut = pageOf(recordOut);

export const moveLineOut = z.object({
  id: idOut('staff move'),
  person: personOut,
  sort: sortOut,
  from: postOut.nullable().describe('The post he leaves; null: none'),
  to: postOut.nullable().describe('The post he is to hold; null: none'),
  day: dayOut.describe('The day it holds from'),
  reason: z.string().describe('Why it was proposed'),
  state: moveStateOut,
  proposedBy: personOut,
  proposedAt: momentOut,
  decidedBy: personOut.nullable().describe('null: nobody yet'),
  decidedAt: momentOrNotYet,
  verdict: z.enum(['approved', 'refused']).nullable().describe('null: not decided'),
  remark: z.string().describe('What was said with the verdict'),
  doneAt: momentOut.nullable().describe('When it took effect; null: it has not'),
  stuckBecause: z.string().nullable().describe('A code of docs/errors.md; null: nothing stands in its way'),
});
export type MoveLine = z.output<typeof moveLineOut>;
export const movesOut = pageOf(moveLineOut);

export const moveOut = moveLineOut.extend({
  dueAt: momentOut.nullable().describe('By when it is to be decided; null: it is, or no time is set'),
  grounds: z.array(recordOut).describe('The records it rests on'),
  can: canOut.describe('decide, withdraw, retry'),
});
export type Move = z.output<typeof moveOut>;
