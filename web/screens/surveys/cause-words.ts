import { absoluteDay } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Survey } from './survey-words.ts';

export type Cause = Survey['causes'][number];

/** What is done against a cause, by whom, and how far it is; null: nothing is set. */
export function measureWords({ measure }: Cause): string | null {
  if (!measure) return null;
  const { text, person, dueOn, doneText } = measure;
  const done =
    doneText === null ? t('surveys.due_on', { day: absoluteDay(dueOn) }) : t('surveys.done', { text: doneText });
  return `${text} · ${person.name} · ${done}`;
}
