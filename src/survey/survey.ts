import { draw } from '../kernel/draw.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

export const SURVEY_STATES = ['to_plan', 'to_confirm', 'running', 'submitted'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

export const RECEIVER_STATES = ['drawn', 'handed_out', 'collected', 'answered', 'not_returned'] as const;
export type ReceiverState = (typeof RECEIVER_STATES)[number];

/** How it reaches him, and how his answers came. */
export const ISSUE_WAYS = ['paper', 'message', 'phone'] as const;
export type IssueWay = (typeof ISSUE_WAYS)[number];
export const RETURN_WAYS = ['paper', 'page', 'phone'] as const;
export type ReturnWay = (typeof RETURN_WAYS)[number];

/** Man, machine, material, method, environment (人机料法环). */
export const CAUSE_BRANCHES = ['people', 'equipment', 'material', 'method', 'environment'] as const;
export type CauseBranch = (typeof CAUSE_BRANCHES)[number];
/** From coarse to fine: so many layers at most. */
export const MOST_LAYERS = 5;

/** The four procedures under which a problem found is opened (SURV-10). */
export const PROCEDURES = ['inspection', 'nonconformity', 'capa', 'statistics'] as const;
export type Procedure = (typeof PROCEDURES)[number];
export const ITEM_SUBJECTS = ['finding', 'rectification', 'improvement', 'survey_cause'] as const;
export type ItemSubject = (typeof ITEM_SUBJECTS)[number];

/** What is owed on a round, as commitments name it. */
export const OWED = {
  plan: 'survey_plan',
  confirm: 'survey_confirm',
  issue: 'survey_issue',
  recover: 'survey_recover',
  summary: 'survey_summary',
  originals: 'survey_originals',
  measure: 'survey_measure',
} as const;

type Standing = { confirmed_at: Instant | null; submitted_at: Instant | null; waits: boolean };

/** `waits`: the last version of its plan has neither been confirmed nor sent back. */
export function stateOf({ confirmed_at, submitted_at, waits }: Standing): SurveyState {
  if (submitted_at !== null) return 'submitted';
  if (confirmed_at !== null) return 'running';
  return waits ? 'to_confirm' : 'to_plan';
}

type Actor = { personId: string | null; posts: readonly { key: string }[] };

/** Done by the one named, or by whoever acts in the post that does it; by nobody else (ROLE-34). */
export function whyNotOne(actor: Actor, post: string, personId: string | null): Refusal | null {
  const is = (personId !== null && actor.personId === personId) || actor.posts.some(({ key }) => key === post);
  return is ? null : refusal('survey.not_yours');
}

export function whyNotIn(state: SurveyState, wanted: SurveyState): Refusal | null {
  return state === wanted ? null : refusal(`survey.not_${wanted}`);
}

/** Whoever wrote a plan does not confirm it. */
export function whyNotConfirm(state: SurveyState, plan: { by_id: string } | null, actor: Actor, post: string) {
  const not = whyNotIn(state, 'to_confirm') ?? whyNotOne(actor, post, null);
  if (not) return not;
  return plan?.by_id === actor.personId ? refusal('survey.own_plan') : null;
}

/** As many of a hundred, rounded up. */
export function sizeOf(percent: number, population: number): number {
  return Math.ceil((population * percent) / 100);
}

/**
 * Who is asked: of those not asked within the year, and only where these are too few of those who were (SURV-03). The same seed and
 * the same two lists draw the same again.
 */
export function drawReceivers<Thing extends string>(
  seed: string,
  { fresh, asked }: { fresh: readonly Thing[]; asked: readonly Thing[] },
  percent: number,
): { id: Thing; again: boolean }[] {
  const n = sizeOf(percent, fresh.length + asked.length);
  const first = draw(seed, fresh, n);
  const rest = draw(seed, asked, n - first.length);
  return [...first.map((id) => ({ id, again: false })), ...rest.map((id) => ({ id, again: true }))];
}

export type Answer = {
  question: string;
  score?: number | undefined;
  choice?: string | undefined;
  text?: string | undefined;
};

/** Each answer fits its question; not everything need be answered, but something is, and every scale that is asked has been left out knowingly. */
export function whyNotAnswers({ questions }: Pick<Questionnaire, 'questions'>, answers: readonly Answer[]) {
  const given = answers.map(({ question }) => question);
  const twice = given.find((key, at) => given.indexOf(key) !== at);
  if (twice !== undefined) return refusal('survey.answered_twice', { path: `answers.${twice}`, question: twice });
  if (answers.length === 0) return refusal('survey.nothing_answered', { path: 'answers' });
  for (const answer of answers) {
    const wrong = whyNotAnswer(
      questions.find(({ key }) => key === answer.question),
      answer,
    );
    if (wrong) return wrong;
  }
  return null;
}

function whyNotAnswer(question: Question | undefined, answer: Answer): Refusal | null {
  const path = `answers.${answer.question}`;
  if (!question) return refusal('survey.question_unknown', { path, question: answer.question });
  const { score, choice, text } = answer;
  const fits =
    question.sort === 'scale'
      ? score !== undefined && choice === undefined && text === undefined
      : question.sort === 'choice'
        ? score === undefined && text === undefined && question.choices?.some(({ key }) => key === choice) === true
        : score === undefined && choice === undefined && text !== undefined;
  return fits ? null : refusal('survey.answer_misfit', { path, question: question.key });
}

/** What a problem is called among answers: a question that was scored low, or a choice of it that names a problem. */
export function problemOf(question: string, choice: string | null): string {
  return choice === null ? question : `${question}:${choice}`;
}

export function partsOfProblem(problem: string): { question: string; choice: string | null } {
  const [question = '', choice] = problem.split(':');
  return { question, choice: choice ?? null };
}

/** 1 and 2 of 5: dissatisfied. */
export const LOW = 2;

export function isProblem({ questions }: Pick<Questionnaire, 'questions'>, problem: string): boolean {
  const { question, choice } = partsOfProblem(problem);
  const asked = questions.find(({ key }) => key === question);
  if (!asked) return false;
  if (choice === null) return asked.sort === 'scale';
  return asked.choices?.some((one) => one.key === choice && one.problem === true) ?? false;
}

type Cause = { id: string; parent_id: string | null; measure: string | null };

/** Ends of the chart that nobody has set a measure for: there it must go on, to a finer cause or to a measure (SURV-07). */
export function openEnds<One extends Cause>(causes: readonly One[]): One[] {
  const parents = new Set(causes.map((one) => one.parent_id));
  return causes.filter((one) => !parents.has(one.id) && one.measure === null);
}

export function layerOf(causes: readonly Cause[], id: string | null): number {
  let layer = 0;
  for (let at = id; at !== null; at = causes.find((one) => one.id === at)?.parent_id ?? null) layer += 1;
  return layer;
}

type Submitting = {
  state: SurveyState;
  /** Handed out and neither back nor given up. */
  out: number;
  /** Collected, and nobody has typed them in. */
  untyped: number;
  openEnds: number;
  /** A group is to be called, and none has decided. */
  unevaluated: boolean;
  paper: number;
};

/** Everything handed out is back or given up and counted, the group has decided, and every end of every chart has its measure. */
export function whyNotSubmit(facts: Submitting, originals?: number): Refusal | null {
  const not = whyNotIn(facts.state, 'running');
  if (not) return not;
  if (facts.out > 0) return refusal('survey.still_out', { n: facts.out });
  if (facts.untyped > 0) return refusal('survey.not_typed', { n: facts.untyped });
  if (facts.unevaluated) return refusal('survey.not_evaluated');
  if (facts.openEnds > 0) return refusal('survey.open_ends', { n: facts.openEnds });
  if (originals !== undefined && originals !== facts.paper)
    return refusal('survey.originals_missing', { path: 'originals', n: facts.paper });
  return null;
}
