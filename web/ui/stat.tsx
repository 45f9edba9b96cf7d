import type { Count } from '../server/contract.ts';
import { t } from '../words/words.ts';
import { Go } from './go.tsx';
import styles from './stat.module.css';
import { numberWords } from './time.ts';

export type StatTone = 'plain' | 'run' | 'soon' | 'late' | 'wait';

/** A count as it is known: `1,204`, or `10,000+` where there are more than were counted. */
export function countWords(count: Count): string {
  return count.more ? t('list.more_than', { count: count.n }) : numberWords(count.n);
}

/** A number that matters, and the list behind it: every number opens one. */
export function Stat({
  label,
  count,
  to,
  search,
  said,
  tone = 'plain',
}: {
  label: string;
  count: Count | number;
  to: string;
  /** What narrows the list behind it, as its address says it. */
  search?: Readonly<Record<string, string | boolean>>;
  /** Where a bare count does not say it: `31 of 40`. */
  said?: string;
  tone?: StatTone;
}) {
  const words = said ?? (typeof count === 'number' ? numberWords(count) : countWords(count));
  return (
    <Go to={to} search={search} className={styles['stat']} data-tone={tone}>
      <span className={styles['number']}>{words}</span>
      <span className={styles['label']}>{label}</span>
    </Go>
  );
}
