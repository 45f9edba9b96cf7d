import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { keyNamedOut } from './view.ts';

export const pathLineOut = z.object({
  id: idOut('training_path'),
  person: personOut.describe('Who is new'),
  department: departmentNameOut.nullable().describe('Where he works'),
  post: wordsOut.describe('What his post is called'),
  path: wordsOut.describe('What the path is called'),
  coach: personOut.nullable().describe('Who guides him; null: nobody is named yet'),
  begunAt: momentOut.describe('When he began'),
  dueAt: momentOut.nullable().describe('By when it is to be complete'),
  late: z.boolean().describe('It was not complete in time'),
  completedAt: momentOrNotYet.describe('Since when he works alone'),
  endedAt: momentOrNotYet.describe('When it was ended before it was complete'),
  steps: z.number().describe('How many steps there are'),
  signed: z.number().describe('How many of them both have signed'),
});
export type PathLine = z.output<typeof pathLineOut>;
export const pathsOut = pageOf(pathLineOut);

const signatureOut = z
  .object({ by: personOut, at: momentOut.describe('When it was signed') })
  .nullable()
  .describe('null: not signed yet');
export const pathOut = pathLineOut.extend({
  endedBecause: z.string().nullable().describe('Why it was ended'),
  list: z
    .array(
      z.object({
        key: z.string().describe('Its stable name'),
        name: wordsOut.describe('What is shown, practised and checked'),
        course: wordsOut.nullable().describe('The course passed before the coach signs; null: none'),
        coach: signatureOut,
        member: signatureOut,
        can: canOut.describe('sign'),
      }),
    )
    .describe('Step by step, in order'),
  can: canOut.describe('nameCoach, end'),
});
export type PathPage = z.output<typeof pathOut>;

export const masteryOut = pageOf(
  z.object({
    id: idOut('skill_mastery'),
    person: personOut,
    skill: keyNamedOut.describe('What he is able to do'),
    sort: z.enum(['communication', 'product']).nullable().describe('null: the rules know the skill no more'),
    level: z.number().describe('The level reached; 1 is the lowest'),
    levelName: wordsOut.nullable().describe('What this level is called'),
    needed: z.number().nullable().describe('The level that posts need'),
    day: z.string().describe('On which day it was seen'),
    remark: z.string().describe('By what it was seen'),
    by: personOut.describe('Who saw it'),
  }),
);
export type MasteryLine = z.output<typeof masteryOut>['items'][number];
