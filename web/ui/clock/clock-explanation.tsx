import { Skeleton } from '@mantine/core';
import type { ClockView, Explanation } from '../../server/contract.ts';
import { useRead } from '../../server/queries.ts';
import { problemWords } from '../../server/refusals.ts';
import { said, t } from '../../words/words.ts';
import { absolute } from '../time.ts';
import styles from './clock.module.css';
import { nextWords, stepWords } from './words.ts';

/** How a deadline was computed, step by step, who answers for it, and who will be told next. */
export function ClockExplanation({ clock }: { clock: ClockView }) {
  const { data, error, isPending } = useRead<Explanation>(`commitments/${clock.id}/explanation`, {
    about: [`commitment/${clock.id}`],
  });
  const next = nextWords(clock);
  const reasonOf = (key: string) => {
    const name = data?.pauses.find((pause) => pause.reason === key)?.name;
    return name ? said(name) : '';
  };
  return (
    <div className={styles['explained']}>
      <h2>{t('clock.explained', { at: absolute(clock.dueAt) })}</h2>
      {clock.ownerName ? <p className="dim">{t('clock.owner', { name: clock.ownerName })}</p> : null}
      {isPending ? <Skeleton height={60} mt={8} animate={false} /> : null}
      {error ? <p>{problemWords(error)}</p> : null}
      {data ? (
        <ol className={styles['steps']}>
          {data.steps.map((step, at) => (
            <li key={at} className={styles['step']} data-kind={step.kind}>
              {stepWords(step, clock.remaining.basis, reasonOf)}
            </li>
          ))}
        </ol>
      ) : null}
      {clock.awaitsAcknowledgement ? <p className={styles['next']}>{t('clock.awaits')}</p> : null}
      {clock.setAside ? <p className={styles['next']}>{t('clock.set_aside')}</p> : null}
      {next ? <p className={styles['next']}>{next}</p> : null}
    </div>
  );
}
