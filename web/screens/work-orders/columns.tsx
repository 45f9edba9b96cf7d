import { clockColumn, clockOf } from '../../matter/clock-column.tsx';
import { PresentAt } from '../../matter/present.tsx';
import { windowWords } from '../../matter/window-words.ts';
import { orderStageWords } from '../../matter/words.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import type { OrderLine } from './orders.ts';
import { orderNumber } from './orders.ts';

export function columns(): Column<OrderLine>[] {
  return [
    clockColumn(),
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
      cell: (row) => (
        <span className="subject">
          <PresentAt ticketId={row.ticketId} small /> {row.task}
        </span>
      ),
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
      width: 'minmax(10rem, 1fr)',
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
    <TwoLines
      subject={row.task}
      marks={<PresentAt ticketId={row.ticketId} small />}
      beside={clockOf(row)}
      facts={facts}
    />
  );
}
