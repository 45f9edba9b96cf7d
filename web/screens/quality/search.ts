import { CAUSE_SORTS, IMPROVEMENT_STATES } from '../../../src/improvement/improvement.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const views = [
  'checks',
  'actions',
  'repeated',
  'feedback',
  'reviews',
  'errors',
  'declined',
  'share',
  'plans',
] as const;
export type View = (typeof views)[number];

export const checkStates = ['open', 'running', 'to_check', 'completed'] as const;

export const actionStates = [...IMPROVEMENT_STATES, 'all'] as const;
export const causes = CAUSE_SORTS;
export const feedbackStates = ['open', 'answered'] as const;

/** Reviewed or not, and how. */
export const declinedStates = ['open', 'reviewed', 'confirmed', 'sent_back', 'lapsed'] as const;

/** From what a new action is opened. */
export type ActionFrom = {
  pattern?: string | undefined;
  department?: string | undefined;
  visit?: string | undefined;
  ticket?: string | undefined;
};

export function actionFrom(given: Record<string, unknown>): ActionFrom {
  return {
    pattern: typeof given['pattern'] === 'string' ? given['pattern'].slice(0, 300) : undefined,
    department: idIn(given['department']),
    visit: idIn(given['visit']),
    ticket: idIn(given['ticket']),
  };
}

/** What the address of the lists says. */
export type QualitySearch = {
  view?: View | undefined;
  state?: (typeof checkStates)[number] | undefined;
  plan?: string | undefined;
  failed?: 'true' | 'false' | undefined;
  period?: Period | undefined;
  /** Of the return-visit share: the month, and which of its complaints are shown. */
  month?: string | undefined;
  department?: string | undefined;
  person?: string | undefined;
  visited?: 'true' | 'false' | undefined;
  /** Of actions. */
  actionState?: (typeof actionStates)[number] | undefined;
  cause?: (typeof causes)[number] | undefined;
  recurring?: 'true' | 'false' | undefined;
  rule?: 'true' | 'false' | undefined;
  /** Of feedback: only those answered or not; and the complaint that is to be fed back. */
  answered?: (typeof feedbackStates)[number] | undefined;
  ticket?: string | undefined;
  /** Of scores: by which scorecard, and the contact that is to be scored. */
  scorecard?: string | undefined;
  contact?: string | undefined;
  /** Of errors. */
  errorSort?: string | undefined;
  repeated?: 'true' | 'false' | undefined;
  /** Of requests declined: how they were reviewed. */
  reviewed?: (typeof declinedStates)[number] | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function qualitySearch(given: Record<string, unknown>): QualitySearch {
  return {
    view: views.find((one) => one === given['view']),
    state: checkStates.find((one) => one === given['state']),
    plan: keyIn(given['plan']),
    failed: yesNoIn(given['failed']),
    period: periodIn(given['period']),
    month: typeof given['month'] === 'string' ? given['month'].slice(0, 7) : undefined,
    department: idIn(given['department']),
    person: idIn(given['person']),
    visited: yesNoIn(given['visited']),
    actionState: actionStates.find((one) => one === given['actionState']),
    cause: causes.find((one) => one === given['cause']),
    recurring: yesNoIn(given['recurring']),
    rule: yesNoIn(given['rule']),
    answered: feedbackStates.find((one) => one === given['answered']),
    ticket: idIn(given['ticket']),
    scorecard: keyIn(given['scorecard']),
    contact: idIn(given['contact']),
    errorSort: keyIn(given['errorSort']),
    repeated: yesNoIn(given['repeated']),
    reviewed: declinedStates.find((one) => one === given['reviewed']),
  };
}

function keyIn(given: unknown): string | undefined {
  return typeof given === 'string' ? given.slice(0, 60) : undefined;
}

function yesNoIn(given: unknown): 'true' | 'false' | undefined {
  return (['true', 'false'] as const).find((one) => one === String(given));
}

/** The same for the server. */
export function checksQuery({ state, plan, failed, period }: QualitySearch): Query {
  return { state, plan, failed, ...spanOf(period) };
}
