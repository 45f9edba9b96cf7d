import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
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
import { ISSUE_WAYS, RECEIVER_STATES, RETURN_WAYS, SURVEY_STATES } from './survey.ts';
import { rateOut } from './view-results.ts';

const orNobody = personOut.nullable();
export const dayOut = z.string().describe('A day, YYYY-MM-DD');
export const dayOrNotYet = dayOut.nullable().describe('A day, YYYY-MM-DD; null while it has not come');
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
    .array(z.object({ key: z.string().describe('Its stable name'), name: wordsOut }))
    .describe('Which a question may judge'),
  posts: z
    .array(z.object({ key: z.string().describe('Its stable name'), name: wordsOut }))
    .describe('Which may be named'),
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
