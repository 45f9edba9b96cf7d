import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { windowWords } from '../../matter/window-words.ts';
import { orderStageWords } from '../../matter/words.ts';
import { useDone } from '../../offline/outbox.ts';
import type { Page as PageOf } from '../../server/contract.ts';
import { readOptions, useRead } from '../../server/queries.ts';
import { ClockDot } from '../../ui/clock/clock-dot.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import type { OrderLine, OrderPage } from '../work-orders/orders.ts';
import { aboutOrder, isToday, orderNumber } from '../work-orders/orders.ts';
import { standingOf } from './steps.ts';
import styles from './worker.module.css';

const mine = { mine: true, state: 'open', limit: 100 };

/** What the one sent does today, in the order of the day; worst is what has to be accepted first. */
export function Worker() {
  const read = useRead<PageOf<OrderLine>>('work-orders', {
    about: ['work_order', 'commitment', 'clock'],
    query: mine,
    atHand: true,
  });
  const orders = read.data?.items ?? [];
  useAtHand(read.data?.items);
  const aside = read.data ? t('worker.count', { count: orders.length }) : null;
  return (
    <Page title={t('frame.worker')} aside={aside}>
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <LoadingLines count={6} height={64} /> : null}
      {read.data && orders.length === 0 ? (
        <EmptyState title={t('worker.none')}>{t('worker.none_why')}</EmptyState>
      ) : null}
      <Orders label={t('worker.to_accept')} orders={orders.filter((order) => order.stage === 'issued')} />
      <Orders
        label={t('worker.today')}
        orders={orders.filter((order) => order.stage !== 'issued' && isDueToday(order))}
      />
      <Orders
        label={t('worker.later')}
        orders={orders.filter((order) => order.stage !== 'issued' && !isDueToday(order))}
      />
    </Page>
  );
}

function isDueToday(order: OrderLine): boolean {
  return isToday(order.appointment?.fromAt ?? order.clock?.dueAt ?? order.issuedAt);
}

const shift = 12 * 60 * 60_000;

/** Reads every order while there is a connection, and keeps it on the device for the shift: the basement has none. */
function useAtHand(orders: readonly OrderLine[] | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    for (const { id } of orders ?? [])
      void client.prefetchQuery({
        ...readOptions<OrderPage>(`work-orders/${id}`, { about: aboutOrder(id), atHand: true }),
        gcTime: shift,
      });
  }, [client, orders]);
}

function Orders({ label, orders }: { label: string; orders: readonly OrderLine[] }) {
  if (orders.length === 0) return null;
  return (
    <section className={styles['group']} aria-label={label}>
      <h2>
        {label} <span className="dim">{orders.length}</span>
      </h2>
      <ul className={styles['cards']}>
        {orders.map((order) => (
          <li key={order.id}>
            <Card order={order} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ order }: { order: OrderLine }) {
  const { stage, unsent } = standingOf(order.id, { stage: order.stage, can: {} }, useDone());
  const who = [order.place?.name, order.customerName].filter(Boolean).join(' · ');
  return (
    <Link
      to="/work-orders/$orderId"
      params={{ orderId: order.id }}
      className={styles['card']}
      data-urgency={order.urgency}
    >
      <span className={styles['line']}>
        <strong className={styles['where']}>{order.place?.code ?? t('worker.no_place')}</strong>
        {order.clock ? <ClockDot clock={order.clock} /> : null}
      </span>
      <span className={styles['task']}>{order.task}</span>
      {who ? <span className="dim cut">{who}</span> : null}
      <span className={styles['line']}>
        <span>
          {order.appointment ? (
            windowWords(order.appointment.fromAt, order.appointment.untilAt)
          ) : (
            <span className="dim">{t('worker.no_appointment')}</span>
          )}
        </span>
        <span className="dim">
          {orderNumber(order)} · {orderStageWords(stage)}
          {unsent.length > 0 ? ` · ${t('worker.will_be_sent')}` : ''}
        </span>
      </span>
    </Link>
  );
}
