import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import {
  allOf,
  canOut,
  idOut,
  momentOut,
  momentOrNotYet,
  pageOf,
  versionOut,
  wordsOut,
} from '../platform/http/shapes.ts';
import { ASSESSED_PERIODS, assessmentShape, personnelShape } from './plan.ts';

export const postOut = z.object({ id: idOut('post'), name: wordsOut.describe('What the post is called') });
export const scoreOut = z
  .number()
  .nullable()
  .describe('The weighted score in tenths of a per cent, 0 to 1000, halves rounded up; null: not submitted');
const periodOut = z.enum(ASSESSED_PERIODS).describe('Of which stretch it is');
const beginsOut = z.string().describe('First day of its period, YYYY-MM-DD');
const regularityOut = z
  .enum(['ahead', 'open', 'kept', 'late', 'missed'])
  .describe('ahead: its period runs; open: owed and in time; kept, late: submitted; missed: owed, its time is over');

const assessmentName = z.object({
  id: idOut('staff assessment'),
  name: wordsOut.describe('What its scheme was called'),
  person: personOut.describe('Whose work it is about'),
  post: postOut.describe('For which of his posts'),
  period: periodOut,
  begins: beginsOut,
  until: momentOut.describe('When its period is over'),
  dueAt: momentOut.describe('By when it is owed'),
  score: scoreOut,
  regularity: regularityOut,
  submittedAt: momentOrNotYet,
  submittedBy: personOut.nullable().describe('Who assessed; null: nobody yet'),
  confirmedAt: momentOrNotYet,
});

export const assessmentLineOut = assessmentName.extend({ assessor: postOut.describe('The post that owes it') });
export type AssessmentLine = z.output<typeof assessmentLineOut>;
export const assessmentsOut = pageOf(assessmentLineOut);

export const assessmentOut = assessmentLineOut.extend({
  best: z.number().describe('The best mark of an indicator'),
  indicators: z
    .array(
      z.object({
        key: z.string().describe('Key of the indicator'),
        name: wordsOut.describe('What is looked at'),
        weight: z.number().describe('In per cent'),
        mark: z.number().nullable().describe('null: not given yet'),
        remark: z.string().describe('What it rests on; empty: nothing was said'),
      }),
    )
    .describe('What the score is made of'),
  remark: z.string().describe('What else was said to him'),
  comment: z.string().describe('What he says to it'),
  can: canOut.describe('submit, confirm'),
});
export type Assessment = z.output<typeof assessmentOut>;

export const memberLineOut = z.object({
  person: personOut,
  posts: z.array(postOut).describe('The posts he holds'),
  departments: z.array(departmentNameOut).describe('Where these posts belong'),
  last: z
    .object({ id: idOut('staff assessment'), period: periodOut, begins: beginsOut, score: scoreOut })
    .nullable()
    .describe('The last assessment submitted; null: none'),
  next: z
    .object({ id: idOut('staff assessment'), period: periodOut, begins: beginsOut, dueAt: momentOut })
    .nullable()
    .describe('The next one owed; null: none'),
});
export type MemberLine = z.output<typeof memberLineOut>;
export const membersOut = pageOf(memberLineOut).extend({
  can: canOut.describe('`files`: read anybody’s but his own; `propose`; `appoint`; `rules`: change the schemes'),
});

export const fileOut = z.object({
  person: personOut,
  own: z.boolean().describe('It is his own who asks'),
  joinedAt: momentOut,
  leftAt: momentOrNotYet,
  posts: z.array(postOut).describe('The posts he holds'),
  departments: z.array(departmentNameOut).describe('Where these posts belong'),
  next: memberLineOut.shape.next,
  can: canOut.describe('record (findings and breaches), propose, appoint, looks'),
});
export type File = z.output<typeof fileOut>;

export const resultsOut = z.object({
  periods: z
    .array(
      z.object({
        name: wordsOut.describe('What the scheme is called'),
        begins: beginsOut,
        due: z.number().describe('Owed by now'),
        kept: z.number().describe('Submitted in time'),
        late: z.number().describe('Submitted too late'),
        missed: z.number().describe('Not submitted, its time is over'),
        average: scoreOut.describe('Average score of those submitted, rounded as each; null: none'),
      }),
    )
    .describe('Whether assessments are made regularly, period by period, the newest first'),
  scores: z.array(assessmentName).describe('Each member’s score, period by period; 500 at most'),
  more: z.boolean().describe('There are more than the first 500'),
});
export type Results = z.output<typeof resultsOut>;

export const structureOut = allOf(
  z.object({
    department: departmentNameOut.nullable().describe('null: posts above all departments'),
    posts: z
      .array(
        postOut.extend({
          superior: postOut.nullable().describe('The post above it; null: the top'),
          holders: z.array(personOut).describe('Who holds it; empty: it is vacant'),
          deputies: z.array(personOut).describe('Who stands in for it, in their order'),
          scheme: wordsOut.nullable().describe('How its holders are assessed; null: they are not'),
          duties: z.string().nullable().describe('What its holders owe, as stated last; null: nothing was stated'),
        }),
      )
      .describe('Its posts from the top down, each with who holds it'),
  }),
).extend({
  posts: z.number().describe('How many posts there are'),
  vacant: z.number().describe('How many of them nobody holds'),
});
export type Structure = z.output<typeof structureOut>;

export const rulesOut = z.object({
  version: versionOut.describe('Version of the settings they stand in; send it back with a change'),
  assessments: z.array(assessmentShape).describe('All schemes'),
  personnel: personnelShape.partial({ decides: true, decision: true }).describe('What else the files of staff go by'),
  can: canOut.describe('`change`: word them otherwise'),
});
export type Rules = z.output<typeof rulesOut>;

export const memberLooksOut = pageOf(
  z.object({
    person: personOut.nullable().describe('Who looked'),
    hour: momentOut.describe('The hour in which it was, however often'),
  }),
);
