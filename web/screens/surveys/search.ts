import { SURVEY_STATES } from '../../../src/survey/survey.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';

export const SURVEY_VIEWS = ['plan', 'receivers', 'results', 'measures', 'record'] as const;
export type SurveyView = (typeof SURVEY_VIEWS)[number];

export type SurveysSearch = {
  state?: (typeof SURVEY_STATES)[number] | undefined;
  questionnaire?: string | undefined;
  period?: Period | undefined;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function surveysSearch(given: Record<string, unknown>): SurveysSearch {
  return {
    state: SURVEY_STATES.find((one) => one === given['state']),
    questionnaire: text(given['questionnaire']),
    period: periodIn(given['period']),
  };
}

export const surveysQuery = ({ state, questionnaire, period }: SurveysSearch): Query => ({
  state,
  questionnaire,
  ...spanOf(period),
});

export type SurveySearch = { view?: SurveyView | undefined };
export function surveySearch(given: Record<string, unknown>): SurveySearch {
  return { view: SURVEY_VIEWS.find((one) => one === given['view']) };
}

export type AnswersSearch = {
  question?: string | undefined;
  choice?: string | undefined;
  department?: string | undefined;
  type?: string | undefined;
  receiver?: string | undefined;
  low?: 'true' | undefined;
};

/** Behind which figure of the results one looks. */
export function answersSearch(given: Record<string, unknown>): AnswersSearch {
  return {
    question: text(given['question']),
    choice: text(given['choice']),
    department: text(given['department']),
    type: text(given['type']),
    receiver: text(given['receiver']),
    low: given['low'] === true || given['low'] === 'true' ? 'true' : undefined,
  };
}
