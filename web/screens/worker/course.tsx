import { apiUrl } from '../../server/base.ts';
import { orderStageWords } from '../../matter/words.ts';
import { ms } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import type { OrderPage } from '../work-orders/orders.ts';
import styles from './order.module.css';

type OrderView = OrderPage['order'];

/** What has happened to the order so far; where nobody opened, of the last way there. */
export function Course({ order }: { order: OrderView }) {
  const ended = order.stage === 'done' || order.stage === 'refused' || order.stage === 'cancelled';
  const moments = [
    { words: t('work_orders.issued'), at: order.issuedAt },
    { words: orderStageWords('accepted'), at: order.acceptedAt },
    { words: t('worker.set_out'), at: order.setOutAt },
    { words: t('worker.arrived'), at: order.arrivedAt },
    { words: ended ? orderStageWords(order.stage) : '', at: order.doneAt },
  ]
    .filter(({ at }) => at !== null)
    .toSorted((one, other) => ms(one.at!) - ms(other.at!));
  return (
    <section>
      <h2>{t('worker.course')}</h2>
      <ol className={styles['course']}>
        {moments.map(({ words, at }) => (
          <li key={words}>
            <span>{words}</span>
            <span className="dim">
              <When at={at!} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was reported at the end: findings, measures, time, photos, signature; or why it ended otherwise. */
export function Result({ order }: { order: OrderView }) {
  if (order.endedReason)
    return (
      <section>
        <h2>{t('worker.ended_because')}</h2>
        <p>{order.endedReason}</p>
      </section>
    );
  if (order.stage !== 'done') return null;
  return (
    <section>
      <h2>{t('worker.result')}</h2>
      <dl className={styles['list']}>
        <dt>{t('worker.findings')}</dt>
        <dd>{order.findings}</dd>
        <dt>{t('worker.measures')}</dt>
        <dd>{order.measures}</dd>
      </dl>
      <p className="dim">
        {t('worker.minutes_spent', { minutes: order.minutes ?? 0 })}
        {order.signedBy ? ` · ${t('worker.signed_by', { name: order.signedBy })}` : ''}
      </p>
      <div className={styles['photos']}>
        {order.photoIds.map((id, at) => (
          <a key={id} href={apiUrl(`files/${id}`)} target="_blank" rel="noreferrer">
            <img src={apiUrl(`files/${id}`)} alt={t('form.photo', { number: at + 1 })} loading="lazy" />
          </a>
        ))}
        {order.signatureId ? (
          <img
            data-signature
            src={apiUrl(`files/${order.signatureId}`)}
            alt={t('worker.signature_of', { name: order.signedBy ?? '' })}
          />
        ) : null}
      </div>
    </section>
  );
}
