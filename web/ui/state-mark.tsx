import type { ReactNode } from 'react';
import styles from './state-mark.module.css';

export type MarkTone = 'late' | 'soon' | 'run' | 'wait' | 'plain';

/** Where something stands, in a word or two on its colour. */
export function StateMark({ tone, children }: { tone: MarkTone; children: ReactNode }) {
  return (
    <span className={styles['mark']} data-tone={tone}>
      {children}
    </span>
  );
}
