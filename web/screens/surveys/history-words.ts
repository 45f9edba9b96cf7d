import { absoluteDay } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Survey } from './survey-words.ts';
import { problemWords } from './survey-words.ts';

type Happened = Survey['history'][number];
type Facts = { n: number; problem: string; day: string };

const DID: Readonly<Record<string, (facts: Facts) => string>> = {
  'survey.begun': () => t('surveys.did_begun'),
  'survey.planned': (facts) => t('surveys.did_planned', facts),
  'survey.plan_sent_back': (facts) => t('surveys.did_plan_sent_back', facts),
  'survey.confirmed': (facts) => t('surveys.did_confirmed', facts),
  'survey.handed_out': (facts) => t('surveys.did_handed_out', facts),
  'survey.collected': (facts) => t('surveys.did_collected', facts),
  'survey.given_up': (facts) => t('surveys.did_given_up', facts),
  'survey.answered': ({ n }) => (n > 1 ? t('surveys.did_corrected') : t('surveys.did_answered')),
  'survey.link_given': () => t('surveys.did_link_given'),
  'survey.evaluation_called': () => t('surveys.did_evaluation_called'),
  'survey.evaluated': () => t('surveys.did_evaluated'),
  'survey.cause_added': (facts) => t('surveys.did_cause_added', facts),
  'survey.cause_dropped': () => t('surveys.did_cause_dropped'),
  'survey.measure_set': (facts) => t('surveys.did_measure_set', facts),
  'survey.measure_done': () => t('surveys.did_measure_done'),
  'survey.item_opened': (facts) => t('surveys.did_item_opened', facts),
  'survey.submitted': (facts) => t('surveys.did_submitted', facts),
  'survey.originals_back': (facts) => t('surveys.did_originals_back', facts),
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What happened, in words; the record keeps ids and facts alone. */
export function happenedWords({ definition }: Survey, { type, data }: Happened): string {
  const problem = text(data['problem']);
  const day = text(data['on'] ?? data['dueOn']);
  const facts = {
    n: number(data['receivers'] ?? data['handedOut'] ?? data['version'] ?? data['originals']),
    problem: problem === '' ? '' : problemWords(definition, problem),
    day: day === '' ? '' : absoluteDay(day),
  };
  return DID[type]?.(facts) ?? type;
}
