import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import styles from './side.module.css';
import type { TicketView } from './view.ts';

type Declined = TicketView['declined'][number];

/** Each time it was declined: why, whose it is to review, and what he said of it (RECP-15). */
export function DeclinedOf({ ticket }: { ticket: TicketView }) {
  if (ticket.declined.length === 0) return null;
  return (
    <section>
      <h2>{t('declined.title')}</h2>
      {ticket.declined.map((one) => (
        <div key={one.id} className={styles['item']} data-over={one.state === 'open' ? undefined : true}>
          <header>
            <span>{one.by?.name ?? t('ticket.end_declined')}</span>
            <When at={one.at} />
          </header>
          <p className={styles['text']}>{one.reason}</p>
          <Review one={one} />
        </div>
      ))}
    </section>
  );
}

function Review({ one }: { one: Declined }) {
  if (one.state === 'lapsed') return <p className="dim">{t('declined.state_lapsed')}</p>;
  if (one.reviewedAt)
    return (
      <p>
        <strong>{one.reviewedBy?.name}</strong> {t(`declined.state_${one.state}`)} · <When at={one.reviewedAt} />
        {one.words ? <span className={styles['text']}> {one.words}</span> : null}
      </p>
    );
  return (
    <p className="dim">
      {one.dueAt
        ? t(one.late ? 'declined.late_for' : 'declined.asked_of', { name: one.reviewer?.name ?? '' })
        : t('declined.asks_nobody')}{' '}
      {one.dueAt ? <When at={one.dueAt} /> : null}
    </p>
  );
}
