import { Go } from '../../ui/go.tsx';
import { numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { AnswersSearch } from './search.ts';
import type { Survey } from './survey-words.ts';

type BehindProps = { survey: Survey; search: AnswersSearch; n: number; what: string };

/** A number of answers, leading to them. */
export function Behind({ survey, search, n, what }: BehindProps) {
  if (n === 0) return <>0</>;
  return (
    <Go to={`/surveys/${survey.id}/answers`} search={search} aria-label={t('surveys.answers_to', { n, what })}>
      {numberWords(n)}
    </Go>
  );
}
