import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import {
  allOf,
  canOut,
  idOut,
  momentOrNotYet,
  momentOut,
  pageOf,
  versionOut,
  wordsOut,
} from '../platform/http/shapes.ts';
import { customerNameOut } from '../ticket/shapes.ts';
import { questionnaireShape, SURVEY_PERIODS } from './questionnaire.ts';
import {
  CAUSE_BRANCHES,
  ISSUE_WAYS,
  ITEM_SUBJECTS,
  PROCEDURES,
  RECEIVER_STATES,
  RETURN_WAYS,
  SURVEY_STATES,
} from './survey.ts';

const orNobody = personOut.nullable();
const dayOut = z.string().describe('A day, YYYY-MM-DD');
const dayOrNotYet = dayOut.nullable().describe('A day, YYYY-MM-DD; null while it has not come');
const rateOut = z
  .object({ n: z.number().describe('Answered'), of: z.number().describe('Of so many to whom it was handed out') })
  .describe('Response rate: numerator and denominator');
const meanOut = {
  n: z.number().describe('How many scale answers'),
  mean: z.number().nullable().describe('Their mean, 1 to 5, to two decimals; null: none'),
};

const line = {
  id: idOut('survey_round'),
  questionnaire: z.object({ key: z.string().describe('Its stable name'), name: wordsOut }).describe('What is asked'),
  period: z.enum(SURVEY_PERIODS).describe('How long its period is'),
  begins: dayOut.describe('First day of its period, YYYY-MM-DD'),
  until: momentOut.describe('When its period is over'),
  state: z
    .enum(SURVEY_STATES)
    .describe(
      'to_plan: a plan is owed; to_confirm: it waits for the post named; running: receivers are drawn; submitted',
    ),
  statistician: orNobody.describe('Who counts and submits, as its plan says; null: no plan yet'),
  issueOn: dayOrNotYet.describe('On which day it is to be handed out; null: no plan yet'),
  drawn: z.number().describe('How many are asked'),
  rate: rateOut,
  nextDueAt: momentOut.nullable().describe('When the next thing on it is due; null: nothing is owed'),
  submittedAt: momentOrNotYet,
};
export const surveyLineOut = z.object(line);
export const surveysOut = pageOf(surveyLineOut);

const planOut = z.object({
  version: z.number().describe('1, 2, ...'),
  aim: z.string().describe('What the round is to find out'),
  percent: z.number().describe('So many of a hundred are asked, rounded up'),
  issueOn: dayOut,
  statistician: personOut.describe('Who counts and submits'),
  distributor: personOut.describe('Who hands out'),
  collector: personOut.describe('Who collects'),
  by: personOut.describe('Who wrote this version'),
  at: momentOut.describe('When'),
  verdict: z.enum(['confirmed', 'sent_back']).nullable().describe('What was said of it; null: nothing yet'),
  remark: z.string().nullable().describe('What is to be otherwise; null: nothing was said'),
  verdictBy: orNobody.describe('Who said so; null: nobody yet'),
  verdictAt: momentOrNotYet,
});

export const resultsOut = z.object({
  drawn: z.number().describe('How many are asked'),
  states: z
    .object(
      Object.fromEntries(
        RECEIVER_STATES.map((one) => [one, z.number().describe(`How many stand so: ${one}`)]),
      ) as Record<(typeof RECEIVER_STATES)[number], z.ZodNumber>,
    )
    .describe('How many stand how'),
  rate: rateOut,
  overall: z.object(meanOut).describe('All scale answers'),
  questions: z
    .array(
      z.object({
        key: z.string().describe('Key of the question'),
        ...meanOut,
        scores: z.array(z.number()).describe('How often each of 1 to 5; empty: it is no scale'),
        choices: z
          .array(z.object({ key: z.string().describe('Key of the choice'), n: z.number().describe('How often') }))
          .describe('How often each was chosen'),
        texts: z.number().describe('How many answered in own words'),
      }),
    )
    .describe('By question, in its order'),
  departments: z
    .array(
      z.object({ key: z.string().nullable().describe('Key of the department judged; null: the house'), ...meanOut }),
    )
    .describe('By department judged'),
  types: z
    .array(
      z.object({
        key: z.string().describe('person, household, company, or vip across these'),
        handedOut: z.number().describe('To how many of them it was handed out'),
        answered: z.number().describe('How many of them answered'),
        ...meanOut,
      }),
    )
    .describe('By customer type'),
  problems: z
    .array(
      z.object({
        key: z.string().describe('`question`: scored 1 or 2; `question:choice`: a choice that names a problem'),
        n: z.number().describe('How many answers name it'),
        share: z.number().describe('Of all problems named, from 0 to 1'),
        cumulated: z.number().describe('The shares down to and with this one together'),
        vital: z.boolean().describe('One of the vital few, which come to 80 % of all'),
      }),
    )
    .describe('Problems ranked, the most first'),
});

const causeOut = z.object({
  id: idOut('survey_cause'),
  problem: z.string().describe('Of which problem'),
  parentId: idOut('survey_cause').nullable().describe('Under which coarser cause; null: on the main branch'),
  branch: z.enum(CAUSE_BRANCHES).describe('Main branch'),
  text: z.string().describe('The cause'),
  measure: z
    .object({
      text: z.string().describe('What is done'),
      person: personOut.describe('Who does it'),
      dueOn: dayOut,
      doneAt: momentOrNotYet,
      doneBy: orNobody.describe('Who reported it; null: not yet'),
      doneText: z.string().nullable().describe('What was done; null: not yet'),
    })
    .nullable()
    .describe('null: none is set; where it is an end of the chart, one is owed'),
  isEnd: z.boolean().describe('Nothing finer stands under it'),
  can: canOut.describe('refine, measure, report, drop'),
});

const itemOut = z.object({
  id: idOut('survey_item'),
  problem: z.string().describe('Of which problem'),
  procedure: z.enum(PROCEDURES).describe('Under which procedure it was opened'),
  about: z.enum(ITEM_SUBJECTS).describe('What was opened'),
  aboutId: idOut('record'),
  number: z.number().nullable().describe('The number people call it by; null: it has none'),
  by: personOut.describe('Who opened it'),
  at: momentOut,
});

export const surveyPageOut = z.object({
  ...line,
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
  results: resultsOut,
  evaluations: z
    .array(
      z.object({
        id: idOut('survey_evaluation'),
        calledBy: personOut.describe('Who called the group'),
        calledAt: momentOut,
        meetsAt: momentOut.describe('When it meets'),
        people: z.array(personOut).describe('Who takes part'),
        decided: z.string().nullable().describe('What it found and decided; null: not yet'),
        decidedAt: momentOrNotYet,
        decidedBy: orNobody.describe('Who wrote it down; null: nobody yet'),
        can: canOut.describe('decide'),
      }),
    )
    .describe('Groups that evaluated it, the newest first'),
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

export const receiverOut = z.object({
  id: idOut('survey_receiver'),
  no: z.number().describe('In the order drawn'),
  customer: customerNameOut.describe('Who is asked'),
  place: z.string().describe('Code of his unit: 3-1202'),
  again: z.boolean().describe('Asked within the year before, for too few were not'),
  state: z
    .enum(RECEIVER_STATES)
    .describe('drawn: not handed out yet; collected: to be typed in; answered; not_returned'),
  way: z.enum(ISSUE_WAYS).nullable().describe('How it was handed out; null: not yet'),
  handedOutOn: dayOrNotYet.describe('When; null: not yet'),
  distributor: orNobody.describe('Who handed it out; null: not yet'),
  collector: orNobody.describe('Who collected it, or is to; null: not handed out yet'),
  dueAt: momentOrNotYet.describe('By when it is to be back'),
  collectedOn: dayOrNotYet.describe('When it came back; null: not yet'),
  remark: z.string().nullable().describe('Why it does not come back; null: nothing was said'),
  answeredBy: z.enum(RETURN_WAYS).nullable().describe('By which way his answers came; null: none yet'),
  answerVersion: z.number().describe('Counts his answers as they were corrected; send it back with new ones'),
});
export const receiversOut = pageOf(receiverOut);

export const answerOut = z.object({
  id: idOut('survey_answer'),
  receiverId: idOut('survey_receiver'),
  no: z.number().describe('Of the receiver, in the order drawn'),
  customer: customerNameOut.describe('Who said so'),
  place: z.string().describe('Code of his unit'),
  question: z.string().describe('Key of the question'),
  asked: wordsOut.describe('What was asked'),
  score: z.number().nullable().describe('1 to 5; null: no scale'),
  choice: wordsOut.nullable().describe('What was chosen; null: no choice'),
  choiceKey: z.string().nullable().describe('Its key; null: no choice'),
  text: z.string().nullable().describe('In own words; null: none'),
  way: z.enum(RETURN_WAYS).describe('How it came'),
  at: momentOut.describe('When it came, or was typed in'),
  by: orNobody.describe('Who typed it in; null: he himself'),
  version: z.number().describe('Above 1: corrected so often'),
});
export const answersOut = pageOf(answerOut);

export const questionnairesOut = allOf(questionnaireShape).extend({
  version: versionOut,
  departments: z
    .array(z.object({ key: z.string().describe('Its key'), name: wordsOut }))
    .describe('Which a question may judge'),
  posts: z.array(z.object({ key: z.string().describe('Its key'), name: wordsOut })).describe('Which may be named'),
  can: canOut.describe('change'),
});

export const ownSurveyOut = z.object({
  organisation: z.string().describe('Who asks'),
  name: wordsOut.describe('What it is'),
  intro: wordsOut.describe('What he reads first'),
  questions: z.array(questionnaireShape.shape.questions.element).describe('In this order'),
});
export const handedOutOut = z.object({
  handedOut: z.number().describe('To how many'),
  noWay: z.number().describe('How many could not be written to: these stay drawn'),
});
export const linkOut = z.object({ address: z.string().describe('His link; told this once') });
