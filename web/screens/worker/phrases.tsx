import { t } from '../../words/words.ts';
import type { PlainKey } from '../../words/words.ts';
import styles from '../../ui/form/chips.module.css';

type PhrasesProps = { field: string; phrases: readonly PlainKey[]; value: string; onChange: (text: string) => void };

/** What is written most, one tap away: a tap writes it, another takes it out. Nothing has to be typed that can be tapped. */
export function Phrases({ field, phrases, value, onChange }: PhrasesProps) {
  return (
    <div className={styles['chips']} role="group" aria-label={t('worker.phrases', { field })}>
      {phrases.map((key) => {
        const phrase = t(key);
        const written = value.includes(phrase);
        return (
          <button
            key={key}
            type="button"
            aria-pressed={written}
            onClick={() => onChange(written ? without(value, phrase) : withPhrase(value, phrase))}
          >
            {phrase}
          </button>
        );
      })}
    </div>
  );
}

const between = '; ';

function withPhrase(text: string, phrase: string): string {
  return text.trim() === '' ? phrase : `${text.trim()}${between}${phrase}`;
}

function without(text: string, phrase: string): string {
  return text.replace(`${between}${phrase}`, '').replace(`${phrase}${between}`, '').replace(phrase, '').trim();
}

export const foundPhrases: readonly PlainKey[] = [
  'worker.found_as_said',
  'worker.found_worn',
  'worker.found_leaking',
  'worker.found_blocked',
  'worker.found_loose',
  'worker.found_misuse',
  'worker.found_nothing',
];
export const didPhrases: readonly PlainKey[] = [
  'worker.did_replaced',
  'worker.did_sealed',
  'worker.did_cleared',
  'worker.did_tightened',
  'worker.did_tested',
  'worker.did_cleaned',
  'worker.did_explained',
  'worker.did_second',
];
export const triedPhrases: readonly PlainKey[] = ['worker.tried_knocked', 'worker.tried_phoned', 'worker.tried_asked'];
export const refusalPhrases: readonly PlainKey[] = [
  'worker.why_not_ours',
  'worker.why_elsewhere',
  'worker.why_parts',
  'worker.why_unsafe',
];
