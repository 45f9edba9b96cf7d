import type { ReactNode } from 'react';
import styles from './two-lines.module.css';

type TwoLinesProps = {
  /** What the row is about. */
  subject: ReactNode;
  /** What must not be cut off with it: who is looking, put off, new. */
  marks?: ReactNode;
  /** At the end of the first line: a clock, a state. */
  beside?: ReactNode;
  /** The second line; what is not known is left out. */
  facts: readonly (string | number | false | null | undefined)[];
};

/** A row on a telephone: what and how long, then where and who. */
export function TwoLines({ subject, marks, beside, facts }: TwoLinesProps) {
  return (
    <>
      <div className={styles['first']}>
        <span className="cut subject">{subject}</span>
        {marks ? <span className={styles['marks']}>{marks}</span> : null}
        {beside}
      </div>
      <div className={`dim cut ${styles['second']}`}>{facts.filter(Boolean).join(' · ')}</div>
    </>
  );
}
