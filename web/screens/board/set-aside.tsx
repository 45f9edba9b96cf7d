import { api } from '../../server/api.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { whatIsOwed } from '../../ui/clock/words.ts';
import { Go } from '../../ui/go.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { SetAside } from './board.ts';
import styles from './board.module.css';

/** Clocks whose firing failed. They stop nobody else's; but somebody must look, and put them back to work. */
export function SetAsideClocks({ rows }: { rows: readonly SetAside[] }) {
  const mayRetry = useRight('commitment.correct');
  const retry = useWrite<string>({
    send: (id, options) => api.post(`commitments/${id}/retry`, {}, options),
    changes: () => ['commitment'],
    done: () => say(t('board.retried')),
  });
  return (
    <Section title={t('board.set_aside')}>
      <Notice tone="late">{t('board.set_aside_why')}</Notice>
      <ul className={styles['decisions']}>
        {rows.map((row) => (
          <li key={row.id}>
            {row.ticketId ? <Go to={`/tickets/${row.ticketId}`}>{whatIsOwed(row)}</Go> : whatIsOwed(row)}
            {row.setAside ? (
              <p className="dim">
                <When at={row.setAside.at} /> · {row.setAside.because}
              </p>
            ) : null}
            {mayRetry ? (
              <ActionButton label={t('board.retry')} busy={retry.busy} onRun={() => void retry.run(row.id)} />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
