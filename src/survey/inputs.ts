import { z } from 'zod';
import { CUSTOMER_KINDS } from '../customer/customer.ts';
import { openImprovementInput } from '../improvement/inputs.ts';
import { key } from '../pack/shapes.ts';
import { dayIn, id, line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { MOST_QUESTIONNAIRES, questionnaireShape } from './questionnaire.ts';
import { CAUSE_BRANCHES, ISSUE_WAYS, RECEIVER_STATES, SURVEY_STATES } from './survey.ts';

const day = dayIn.describe('A day where the centre stands, YYYY-MM-DD');
const remark = z.string().trim().max(1000).default('');
const receiverIds = z.array(id('survey_receiver')).min(1).max(2000);

export const surveysQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum([...SURVEY_STATES, 'open', 'all'])
    .default('all')
    .describe('open: not submitted yet'),
  questionnaire: key.optional().describe('Only rounds of this one'),
  from: moment.optional().describe('Of periods that end after'),
  until: moment.optional().describe('Of periods that begin before'),
});
export type SurveysQuery = z.output<typeof surveysQuery>;

export const planInput = z.strictObject({
  seen: z.number().int().min(0).describe('The `plan.version` last read, 0: none yet'),
  aim: text.max(2000).describe('What the round is to find out'),
  percent: z.number().int().min(1).max(100).describe('So many of a hundred are asked, rounded up'),
  issueOn: day.describe('On which day it is handed out, YYYY-MM-DD'),
  statisticianId: id('person').describe('Who counts and submits'),
  distributorId: id('person').describe('Who hands out'),
  collectorId: id('person').describe('Who collects'),
});
export type PlanInput = z.output<typeof planInput>;

export const planVerdictInput = z.strictObject({
  confirmed: z.boolean().describe('true: its receivers are drawn; false: another plan is owed'),
  remark: remark.describe('What is to be otherwise; asked for where it is sent back'),
});

export const receiversQuery = z.strictObject({
  ...pageQuery,
  survey: id('survey_round').describe('Of which round'),
  state: z.enum(RECEIVER_STATES).optional().describe('Only those that stand so'),
  q: z.string().trim().max(60).optional().describe('Only those whose name or place holds this'),
});
export type ReceiversQuery = z.output<typeof receiversQuery>;

export const handOutInput = z.strictObject({
  receiverIds: receiverIds.optional().describe('To whom; left out: to all who have none yet'),
  way: z.enum(ISSUE_WAYS).describe('paper: a sheet; message: a personal link, in writing; phone: he is called'),
  on: day.optional().describe('When, if not today; never a day to come'),
});
export type HandOut = z.output<typeof handOutInput>;

export const collectInput = z.strictObject({
  receiverIds: receiverIds.describe('Whose sheets came back'),
  on: day.optional().describe('When, if not today; never a day to come'),
});
export const notReturnedInput = z.strictObject({
  receiverIds: receiverIds.describe('Whose sheets do not come back'),
  remark: line.describe('Why it does not come back'),
});

const answer = z.strictObject({
  question: key.describe('Key of the question'),
  score: z.number().int().min(1).max(5).optional().describe('Of a scale: 1 very dissatisfied to 5 very satisfied'),
  choice: key.optional().describe('Of a choice: key of what was chosen'),
  text: z.string().trim().min(1).max(2000).optional().describe('Of a question in own words'),
});
const answers = z.array(answer).max(30).describe('What was answered; what was left open is left out');
export const answersInput = z.strictObject({
  way: z.enum(['paper', 'phone']).describe('Typed in from the sheet, or said on the telephone'),
  answers,
  seen: z.number().int().min(0).describe('The `answerVersion` last read, 0: none yet'),
});
export type AnswersInput = z.output<typeof answersInput>;

const secret = z.string().trim().min(10).max(100).describe('Of his link: what stands after #');
export const ownSurveyInput = z.strictObject({ secret });
export const ownAnswersInput = z.strictObject({ secret, answers });

export const evaluationInput = z.strictObject({
  id: id('survey_evaluation').optional().describe("The client's own new id; the same id again calls nothing twice"),
  meetsAt: moment.describe('When the group meets'),
  people: z.array(id('person')).min(1).max(30).describe('Who takes part; the statistician of the plan among them'),
});
export const decidedInput = z.strictObject({ decided: text.describe('What the group found and decided') });

const problem = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(:[a-z][a-z0-9_]*)?$/)
  .max(130)
  .describe('A problem as the results name it: `question`, scored low, or `question:choice`');

export const causeInput = z.strictObject({
  id: id('survey_cause').optional().describe("The client's own new id; the same id again adds nothing twice"),
  problem,
  parentId: id('survey_cause').optional().describe('Of which coarser cause; left out: it stands on a main branch'),
  branch: z.enum(CAUSE_BRANCHES).optional().describe('Main branch; left out: that of the coarser cause'),
  text: line.describe('The cause'),
});
export type CauseInput = z.output<typeof causeInput>;

export const measureInput = z.strictObject({
  measure: line.describe('What is done against it'),
  personId: id('person').describe('Who does it'),
  dueOn: day.describe('By which day; it is owed like everything else'),
});
export const measureDoneInput = z.strictObject({ text: text.max(2000).describe('What was done') });

export const itemInput = z.discriminatedUnion('procedure', [
  z.strictObject({
    procedure: z.literal('inspection').describe('Under the inspection procedure: a finding'),
    problem,
    departmentId: id('department').describe('Where it was found'),
    text: text.describe('What was found'),
    way: z.enum(['corrected_on_the_spot', 'reported_up', 'to_department']).describe('Which way is taken'),
  }),
  z.strictObject({
    procedure: z.literal('nonconformity').describe('Under the nonconformity procedure: a rectification notice'),
    problem,
    departmentId: id('department').describe('Which is to mend it'),
    text: text.describe('What is not right, and what is to be mended'),
    deadlineAt: moment.optional().describe('Left out: by the limit of the house'),
  }),
  openImprovementInput.omit({ id: true, sources: true, pattern: true }).extend({
    procedure: z.literal('capa').describe('A corrective or preventive action'),
    problem,
  }),
  z.strictObject({
    procedure: z.literal('statistics').describe('Under the statistics procedure: a cause-and-effect chart, begun'),
    problem,
    branch: z.enum(CAUSE_BRANCHES).describe('Main branch of its first cause'),
    text: line.describe('The first cause'),
  }),
]);
export type ItemInput = z.output<typeof itemInput>;

export const submitInput = z.strictObject({
  text: text.describe('The summary analysis, in words'),
  originals: z.number().int().min(0).describe('How many filled-in sheets go along: all that were collected'),
});
export const originalsBackInput = z.strictObject({ on: day.describe('On which day they came back') });

export const answersQuery = z.strictObject({
  ...pageQuery,
  survey: id('survey_round').describe('Of which round'),
  question: key.optional().describe('Only answers to this question'),
  score: z.coerce.number().int().min(1).max(5).optional().describe('Only this score'),
  low: z.stringbool().optional().describe('Only scores of 1 or 2, or only others'),
  choice: key.optional().describe('Only this choice'),
  department: key.optional().describe('Only what judges this department'),
  type: z
    .enum([...CUSTOMER_KINDS, 'vip'])
    .optional()
    .describe('Only of customers of this sort'),
  receiver: id('survey_receiver').optional().describe('Only of this one'),
});
export type AnswersQuery = z.output<typeof answersQuery>;

export const changeQuestionnairesInput = z.strictObject({
  questionnaires: z.array(questionnaireShape).max(MOST_QUESTIONNAIRES).describe('All of them, as they are to be'),
  seen: z.number().int().describe('The `version` last read'),
  why: line.describe('The reason for the change; kept with the version'),
});
export type ChangeQuestionnaires = z.output<typeof changeQuestionnairesInput>;
