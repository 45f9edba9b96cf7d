import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { SurveyResults } from './tally.ts';
import type { CauseBranch, IssueWay, ItemSubject, Procedure, ReceiverState, ReturnWay } from './survey.ts';

export type SurveyRoundTable = {
  id: Id<'survey_round'>;
  centre_id: Id<'centre'>;
  /** Of the post that owes it. */
  department_id: Id<'department'> | null;
  post_id: Id<'post'>;
  questionnaire_key: string;
  /** As it stood when the plan was written; until then it follows the settings. */
  questionnaire: Json<Questionnaire>;
  period: Questionnaire['period'];
  begins: string;
  from_at: Instant;
  until_at: Instant;
  confirmed_at: Instant | null;
  /** What its receivers were drawn with, and from whom: whoever has all three draws the same again. */
  seed: string | null;
  fresh: string[] | null;
  asked: string[] | null;
  submitted_at: Instant | null;
  submitted_by_id: Id<'person'> | null;
  addressee_post_id: Id<'post'> | null;
  /** As they stood when it was submitted. */
  results: Json<SurveyResults | null>;
  text: string | null;
  /** How many filled-in sheets went along. */
  originals: number | null;
  originals_back_on: string | null;
  originals_back_by_id: Id<'person'> | null;
  /** The questionnaire was given up before a plan was written. */
  dropped_at: Instant | null;
};

export type SurveyPlanTable = {
  round_id: Id<'survey_round'>;
  version: number;
  aim: string;
  percent: number;
  issue_on: string;
  statistician_id: Id<'person'>;
  distributor_id: Id<'person'>;
  collector_id: Id<'person'>;
  by_id: Id<'person'>;
  at: Instant;
  verdict: 'confirmed' | 'sent_back' | null;
  remark: string | null;
  verdict_by_id: Id<'person'> | null;
  verdict_at: Instant | null;
};

/** What was handed out together: on a day, by one, to be collected by another. */
export type SurveyIssueTable = {
  id: Id<'survey_issue'>;
  round_id: Id<'survey_round'>;
  way: IssueWay;
  on_day: string;
  distributor_id: Id<'person'>;
  collector_id: Id<'person'>;
  by_id: Id<'person'>;
  at: Instant;
};

export type SurveyReceiverTable = {
  id: Id<'survey_receiver'>;
  round_id: Id<'survey_round'>;
  no: number;
  customer_id: Id<'customer'>;
  place_id: Id<'place'>;
  again: boolean;
  state: ReceiverState;
  issue_id: Id<'survey_issue'> | null;
  collected_on: string | null;
  collected_by_id: Id<'person'> | null;
  remark: string | null;
  answer_version: Generated<number>;
  message_id: Id<'message'> | null;
  link_hash: string | null;
};

export type SurveyReturnTable = {
  receiver_id: Id<'survey_receiver'>;
  version: number;
  way: ReturnWay;
  by_id: Id<'person'> | null;
  at: Instant;
};

export type SurveyAnswerTable = {
  id: Id<'survey_answer'>;
  receiver_id: Id<'survey_receiver'>;
  version: number;
  question: string;
  score: number | null;
  choice: string | null;
  text: string | null;
};

export type SurveyEvaluationTable = {
  id: Id<'survey_evaluation'>;
  round_id: Id<'survey_round'>;
  called_by_id: Id<'person'>;
  called_at: Instant;
  meets_at: Instant;
  people: Id<'person'>[];
  decided: string | null;
  decided_at: Instant | null;
  decided_by_id: Id<'person'> | null;
};

export type SurveyCauseTable = {
  id: Id<'survey_cause'>;
  round_id: Id<'survey_round'>;
  /** `survey.ts` says how a problem is called. */
  problem: string;
  parent_id: Id<'survey_cause'> | null;
  sort: CauseBranch;
  text: string;
  by_id: Id<'person'>;
  at: Instant;
  measure: string | null;
  measure_by_id: Id<'person'> | null;
  due_on: string | null;
  done_text: string | null;
  done_at: Instant | null;
  done_by_id: Id<'person'> | null;
  dropped_at: Instant | null;
};

export type SurveyItemTable = {
  id: Id<'survey_item'>;
  round_id: Id<'survey_round'>;
  problem: string;
  procedure: Procedure;
  subject_type: ItemSubject;
  subject_id: string;
  by_id: Id<'person'>;
  at: Instant;
};
