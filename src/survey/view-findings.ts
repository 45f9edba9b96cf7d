import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut } from '../platform/http/shapes.ts';
import { CAUSE_BRANCHES, ITEM_SUBJECTS, PROCEDURES } from './survey.ts';

const orNobody = personOut.nullable();

export const evaluationOut = z.object({
  id: idOut('survey_evaluation'),
  calledBy: personOut.describe('Who called the group'),
  calledAt: momentOut,
  meetsAt: momentOut.describe('When it meets'),
  people: z.array(personOut).describe('Who takes part'),
  decided: z.string().nullable().describe('What it found and decided; null: not yet'),
  decidedAt: momentOrNotYet,
  decidedBy: orNobody.describe('Who wrote it down; null: nobody yet'),
  can: canOut.describe('decide'),
});

export const causeOut = z.object({
  id: idOut('survey_cause'),
  problem: z.string().describe('Of which problem'),
  parentId: idOut('survey_cause').nullable().describe('Under which coarser cause; null: on the main branch'),
  branch: z.enum(CAUSE_BRANCHES).describe('Main branch'),
  text: z.string().describe('The cause'),
  measure: z
    .object({
      text: z.string().describe('What is done'),
      person: personOut.describe('Who does it'),
      dueOn: z.string().describe('A day, YYYY-MM-DD'),
      doneAt: momentOrNotYet,
      doneBy: orNobody.describe('Who reported it; null: not yet'),
      doneText: z.string().nullable().describe('What was done; null: not yet'),
    })
    .nullable()
    .describe('null: none is set; where it is an end of the chart, one is owed'),
  isEnd: z.boolean().describe('Nothing finer stands under it'),
  can: canOut.describe('refine, measure, report, drop'),
});

export const itemOut = z.object({
  id: idOut('survey_item'),
  problem: z.string().describe('Of which problem'),
  procedure: z.enum(PROCEDURES).describe('Under which procedure it was opened'),
  about: z.enum(ITEM_SUBJECTS).describe('What was opened'),
  aboutId: idOut('record'),
  number: z.number().nullable().describe('The number people call it by; null: it has none'),
  by: personOut.describe('Who opened it'),
  at: momentOut,
});
