import { Thumbnail } from '../../matter/thumbnail.tsx';
import { ThingLink } from '../../matter/thing-link.tsx';
import { windowWords } from '../../matter/window-words.ts';
import { orderStageWords } from '../../matter/words.ts';
import { said, t } from '../../words/words.ts';
import type { Open } from './dialogs.tsx';
import { OrderSteps } from './order-steps.tsx';
import styles from './side.module.css';
import type { TicketView, WorkOrder } from './view.ts';
import { isEnded } from '../../../src/work-order/work-order.ts';

/** Who was sent, how far he is, what was found, and the next step of each. */
export function WorkOrders({ ticket, open }: { ticket: TicketView; open: Open }) {
  if (ticket.workOrders.length === 0) return <p className="dim">{t('ticket.nobody_sent')}</p>;
  return (
    <div className={styles['orders']}>
      {ticket.workOrders.map((order) => (
        <OneOrder key={order.id} ticket={ticket} order={order} open={open} />
      ))}
    </div>
  );
}

function OneOrder({ ticket, order, open }: { ticket: TicketView; order: WorkOrder; open: Open }) {
  const who = [said(order.department.name), order.person?.name].filter(Boolean).join(' · ');
  return (
    <article className={styles['item']} data-over={isEnded(order) || undefined}>
      <header>
        <ThingLink type="work_order" id={order.id}>
          {ticket.number}-{order.no}
        </ThingLink>
        <span>{orderStageWords(order.stage)}</span>
      </header>
      <p>{who}</p>
      <p className={`dim ${styles['text']}`}>{order.task}</p>
      {order.appointment ? (
        <p>
          {t('ticket.comes')} {windowWords(order.appointment.fromAt, order.appointment.untilAt)}
        </p>
      ) : null}
      {order.endedReason ? <p>{order.endedReason}</p> : null}
      <Report order={order} />
      <OrderSteps order={order} open={open} />
    </article>
  );
}

/** What the worker found and did, with his photos and the customer's signature. */
function Report({ order }: { order: WorkOrder }) {
  if (!order.findings) return null;
  return (
    <>
      <p className={styles['text']}>
        <span className="dim">{t('ticket.findings')}</span> {order.findings}
      </p>
      <p className={styles['text']}>
        <span className="dim">{t('ticket.measures')}</span> {order.measures}
        {order.minutes ? ` · ${t('time.minutes', { minutes: order.minutes })}` : ''}
      </p>
      {order.photoIds.length > 0 ? (
        <div className={styles['photos']}>
          {order.photoIds.map((id, at) => (
            <Thumbnail
              key={id}
              id={id}
              alt={t('form.photo', { number: at + 1 })}
              otherwise={t('form.photo', { number: at + 1 })}
            />
          ))}
        </div>
      ) : null}
      {order.signedBy ? <p className="dim">{t('ticket.signed_by', { name: order.signedBy })}</p> : null}
    </>
  );
}
