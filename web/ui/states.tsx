import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemWords } from '../server/refusals.ts';
import { t } from '../words/words.ts';
import { ActionButton } from './action-button.tsx';
import styles from './states.module.css';

/** Why there is nothing, and the one useful thing to do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['state']}>
      <h2>{title}</h2>
      {children ? <p className="dim">{children}</p> : null}
      {action ? <div className={styles['action']}>{action}</div> : null}
    </div>
  );
}

/** What happened, what was kept, and what to do. */
export function ErrorState({ problem, retry }: { problem: unknown; retry?: () => void }) {
  return (
    <div className={styles['state']} role="alert">
      <h2>{t('problem.title')}</h2>
      <p className="dim">{problemWords(problem)}</p>
      {retry ? (
        <div className={styles['action']}>
          <ActionButton label={t('problem.retry')} onRun={retry} kind="primary" />
        </div>
      ) : null}
    </div>
  );
}

/** Grey lines where the text will be, so that nothing jumps when it comes. They do not move. */
export function LoadingLines({ count = 6, height = 20 }: { count?: number; height?: number }) {
  return (
    <div className={styles['lines']} aria-busy aria-label={t('problem.loading')} role="status">
      {Array.from({ length: count }, (_, line) => (
        <Skeleton key={line} height={height} radius={4} animate={false} width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </div>
  );
}
