import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { questionnaireShape } from './questionnaire.ts';
import { ISSUE_WAYS } from './survey.ts';
import { dayOrNotYet, dayOut, surveyLineOut } from './view.ts';
import { causeOut, evaluationOut, itemOut } from './view-findings.ts';
import { resultsOut } from './view-results.ts';

const orNobody = personOut.nullable();

const planOut = z.object({
  version: z.number().describe('1, 2, ...'),
  aim: z.string().describe('What the round is to find out'),
  percent: z.number().describe('So many of a hundred are asked, rounded up'),
  issueOn: dayOut,
  statistician: personOut.describe('Who counts and submits'),
  distributor: personOut.describe('Who hands out'),
  collector: personOut.describe('Who collects'),
  by: personOut.describe('Who wrote this version'),
  at: momentOut.describe('When it was written'),
  verdict: z.enum(['confirmed', 'sent_back']).nullable().describe('What was said of it; null: nothing yet'),
  remark: z.string().nullable().describe('What is to be otherwise; null: nothing was said'),
  verdictBy: orNobody.describe('Who said so; null: nobody yet'),
  verdictAt: momentOrNotYet,
});

export const surveyPageOut = z.object({
  ...surveyLineOut.shape,
  definition: questionnaireShape.describe('The questionnaire as this round asks it'),
  departments: z
    .array(z.object({ key: z.string().describe('Key of a department judged'), department: departmentNameOut }))
    .describe('What the departments of its questions are called'),
  plans: z.array(planOut).describe('Every version of its plan, the newest first'),
  suggested: z
    .object({
      issueOn: dayOut,
      statistician: orNobody.describe('Who holds the post; null: nobody'),
      distributor: orNobody.describe('Who holds the post; null: nobody'),
      collector: orNobody.describe('Who holds the post; null: nobody'),
    })
    .describe('What a plan usually says'),
  drawing: z
    .object({
      seed: z.string().describe('What they were drawn with'),
      fresh: z.array(z.string()).describe('Customers not asked within the year'),
      asked: z.array(z.string()).describe('Customers asked within the year'),
      percent: z.number().describe('So many of a hundred, rounded up'),
      again: z.number().describe('How many of those drawn had been asked within the year'),
    })
    .nullable()
    .describe('Whoever has seed and both lists draws the same again; null: not drawn yet'),
  issues: z
    .array(
      z.object({
        id: idOut('survey_issue'),
        way: z.enum(ISSUE_WAYS).describe('How it was handed out'),
        on: dayOut,
        distributor: personOut.describe('Who handed out'),
        collector: personOut.describe('Who is to collect'),
        receivers: z.number().describe('To how many'),
        out: z.number().describe('How many of them are neither back nor given up'),
        dueAt: momentOrNotYet.describe('By when they are to be back'),
        outcome: z.string().nullable().describe('kept or late; null: still owed'),
      }),
    )
    .describe('What was handed out together, the newest first'),
  results: resultsOut.describe('What came of it so far, counted'),
  evaluations: z.array(evaluationOut).describe('Groups that evaluated it, the newest first'),
  causes: z.array(causeOut).describe('Cause-and-effect charts, in the order written'),
  items: z.array(itemOut).describe('Problems opened as items'),
  paper: z.number().describe('How many filled-in sheets there are'),
  submitted: z
    .object({
      at: momentOut,
      by: orNobody.describe('Who submitted it'),
      to: wordsOut.nullable().describe('To which post; null: it is not there any more'),
      text: z.string().describe('The summary analysis'),
      originals: z.number().describe('How many filled-in sheets went along'),
      originalsBackOn: dayOrNotYet.describe('When they came back; null: not yet'),
      originalsBackBy: orNobody.describe('Who said so; null: nobody yet'),
    })
    .nullable()
    .describe('null: not submitted yet'),
  history: z
    .array(
      z.object({
        type: z.string().describe('What happened'),
        at: momentOut,
        by: orNobody.describe('Who did it; null: the product, or the customer on his page'),
        data: z.record(z.string(), z.unknown()).describe('Ids and facts'),
      }),
    )
    .describe('What happened on it, the newest first; the last 200'),
  can: canOut.describe('plan, confirm, hand_out, collect, type_in, call, trace, open_item, submit, originals_back'),
});
export type SurveyPage = z.input<typeof surveyPageOut>;
