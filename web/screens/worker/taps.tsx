import { lengthWords, MINUTE } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import styles from '../../ui/form/chips.module.css';

const usual = [15, 30, 45, 60, 90, 120];

/** The usual lengths of a job, one tap each. */
export function MinuteTaps({ value, onChange }: { value: number | ''; onChange: (minutes: number) => void }) {
  return (
    <div className={styles['chips']} role="group" aria-label={t('worker.phrases', { field: t('worker.minutes') })}>
      {usual.map((minutes) => (
        <button key={minutes} type="button" aria-pressed={minutes === value} onClick={() => onChange(minutes)}>
          {lengthWords(minutes * MINUTE)}
        </button>
      ))}
    </div>
  );
}
