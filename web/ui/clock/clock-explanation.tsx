import { Skeleton } from '@mantine/core';
import type { ClockView, Explanation } from '../../contract.ts';
import { useRead } from '../../queries.ts';
import { problemWords } from '../../refusals.ts';
import { t } from '../../words/words.ts';
import { absolute } from '../time.ts';
import styles from './clock.module.css';
import { nextWords, stepWords } from './words.ts';

/** How a deadline was computed, step by step, who answers for it, and who will be told next. */
export function ClockExplanation({ clock }: { clock: ClockView }) {
  const { data, error, isPending } = useRead<Explanation>(`commitments/${clock.id}/explanation`, {
    about: [`commitment/${clock.id}`],
  });
  const next = nextWords(clock);
  return (
    <div className={styles['explained']}>
      <h2>{t('clock.explained', { at: absolute(clock.dueAt) })}</h2>
      <p className="dim">{t('clock.owner', { name: clock.ownerName })}</p>
      {isPending ? <Skeleton height={60} mt={8} animate={false} /> : null}
      {error ? <p>{problemWords(error)}</p> : null}
      {data ? (
        <ol className={styles['steps']}>
          {data.steps.map((step, at) => (
            <li key={at} className={styles['step']} data-kind={step.kind}>
              {stepWords(step, clock.remaining.basis)}
            </li>
          ))}
        </ol>
      ) : null}
      {next ? <p className={styles['next']}>{next}</p> : null}
    </div>
  );
}
