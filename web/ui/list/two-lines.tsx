import type { ReactNode } from 'react';
import styles from './two-lines.module.css';

type TwoLinesProps = {
  /** What the row is about. */
  subject: ReactNode;
  /** At the end of the first line: a clock, a state. */
  beside?: ReactNode;
  /** The second line; what is not known is left out. */
  facts: readonly (string | number | null | undefined)[];
};

/** A row on a telephone: what and how long, then where and who. */
export function TwoLines({ subject, beside, facts }: TwoLinesProps) {
  return (
    <>
      <div className={styles['first']}>
        <span className="cut subject">{subject}</span>
        {beside}
      </div>
      <div className={`dim cut ${styles['second']}`}>{facts.filter(Boolean).join(' · ')}</div>
    </>
  );
}
