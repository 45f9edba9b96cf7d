import type { z } from 'zod';
import type { Words } from '../../../src/kernel/words.ts';
import { partsOfProblem } from '../../../src/survey/survey.ts';
import type { questionnairesOut, surveyLineOut } from '../../../src/survey/view.ts';
import type { surveyPageOut } from '../../../src/survey/view-page.ts';
import type { Topic } from '../../server/queries.ts';
import { said, t } from '../../words/words.ts';

export type SurveyLine = z.output<typeof surveyLineOut>;
export type Survey = z.output<typeof surveyPageOut>;
type Definition = Survey['definition'];
export type Question = Definition['questions'][number];
export type QuestionnairesAnswer = z.output<typeof questionnairesOut>;

export const stateWords = (state: SurveyLine['state']): string => t(`surveys.state_${state}`);

/** Numerator and denominator with the rate. */
export function rateWords({ n, of }: { n: number; of: number }): string {
  return of === 0 ? '–' : t('surveys.rate_of', { n, of, percent: Math.round((n / of) * 1000) / 10 });
}

export const meanWords = ({ mean }: { mean: number | null }): string => (mean === null ? '–' : mean.toFixed(2));

/** The quarter, month or half-year, by its first day. */
export function periodWords({ period, begins }: Pick<SurveyLine, 'period' | 'begins'>): string {
  const [year = '', month = ''] = begins.split('-');
  if (period === 'month') return t('surveys.month', { year, month: Number(month) });
  if (period === 'quarter') return t('surveys.quarter', { year, no: Math.ceil(Number(month) / 3) });
  return month === '01' ? t('surveys.half_year_1', { year }) : t('surveys.half_year_2', { year });
}

export function questionWords({ questions }: Definition, key: string): string {
  const found = questions.find((one) => one.key === key);
  return found ? said(found.text) : key;
}

/** A problem by what was asked, and what was chosen where one chose. */
export function problemWords(definition: Definition, problem: string): string {
  const { question, choice } = partsOfProblem(problem);
  if (choice === null) return t('surveys.low', { question: questionWords(definition, question) });
  const found = definition.questions.find((one) => one.key === question)?.choices?.find((one) => one.key === choice);
  return found ? said(found.name) : choice;
}

export function departmentWords(survey: Survey, key: string | null): string {
  if (key === null) return t('surveys.whole_house');
  const found = survey.departments.find((one) => one.key === key);
  return found ? said(found.department.name) : key;
}

/** What a survey's acts change besides itself. */
export const CHANGED: readonly Topic[] = ['survey_round', 'survey_issue', 'survey_cause', 'commitment'];

export const emptyWords: Words = { en: '', 'zh-hans': '', 'zh-hant': '' };
