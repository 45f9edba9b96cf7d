import { windowWords } from '../../matter/window-words.ts';
import { orderStageWords } from '../../matter/words.ts';
import { ClockDot } from '../../ui/clock/clock-dot.tsx';
import type { Column } from '../../ui/list/model.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import type { OrderLine } from './orders.ts';
import { orderNumber } from './orders.ts';
import styles from './work-orders.module.css';

export function columns(): Column<OrderLine>[] {
  return [
    {
      key: 'clock',
      label: t('list.clock'),
      width: '8rem',
      always: true,
      cell: (row) => (row.clock ? <ClockDot clock={row.clock} /> : null),
    },
    {
      key: 'number',
      label: t('work_orders.number'),
      width: '5.5rem',
      cell: (row) => <span className="dim">{orderNumber(row)}</span>,
    },
    {
      key: 'task',
      label: t('work_orders.task'),
      width: 'minmax(12rem, 3fr)',
      always: true,
      cell: (row) => <span className={styles['task']}>{row.task}</span>,
    },
    {
      key: 'stage',
      label: t('work_orders.state'),
      width: 'minmax(6rem, 0.8fr)',
      cell: (row) => orderStageWords(row.stage),
    },
    { key: 'place', label: t('list.place'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.place?.code },
    {
      key: 'person',
      label: t('work_orders.person'),
      width: 'minmax(5rem, 0.8fr)',
      cell: (row) => row.person?.name ?? <span className="dim">{t('work_orders.nobody_yet')}</span>,
    },
    {
      key: 'appointment',
      label: t('work_orders.appointment'),
      width: 'minmax(9rem, 1fr)',
      cell: (row) => (row.appointment ? windowWords(row.appointment.fromAt, row.appointment.untilAt) : null),
    },
    {
      key: 'department',
      label: t('work_orders.department'),
      width: 'minmax(6rem, 0.8fr)',
      cell: (row) => <span className="dim">{said(row.department.name)}</span>,
    },
    { key: 'customer', label: t('list.customer'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.customerName },
    {
      key: 'issued',
      label: t('work_orders.issued'),
      width: 'minmax(7rem, 0.8fr)',
      spare: true,
      cell: (row) => <When at={row.issuedAt} className="dim" />,
    },
  ];
}

export function PhoneRow(row: OrderLine) {
  const facts = [orderNumber(row), row.place?.code, row.person?.name, orderStageWords(row.stage)];
  return (
    <>
      <div className={styles['line']}>
        <span className={`cut ${styles['task']}`}>{row.task}</span>
        {row.clock ? <ClockDot clock={row.clock} /> : null}
      </div>
      <div className={`dim cut ${styles['small']}`}>{facts.filter(Boolean).join(' · ')}</div>
    </>
  );
}
