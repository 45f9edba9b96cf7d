import { clockColumn, clockOf } from '../../matter/clock-column.tsx';
import { PresentAt } from '../../matter/present.tsx';
import { windowWords } from '../../matter/window-words.ts';
import { whatIsOwed } from '../../ui/clock/words.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { said, t } from '../../words/words.ts';
import type { WaitingRow } from './rows.ts';
import { numberOf } from './rows.ts';

export function columns(departmentName: (id: string | null) => string): Column<WaitingRow>[] {
  return [
    clockColumn(),
    {
      key: 'number',
      label: t('list.number'),
      width: '5.5rem',
      cell: (row) => <span className="dim">{numberOf(row)}</span>,
    },
    {
      key: 'title',
      label: t('list.title'),
      width: 'minmax(11rem, 3fr)',
      always: true,
      cell: (row) => (
        <span className="subject">
          <PresentAt ticketId={row.id} small /> {row.title}
        </span>
      ),
    },
    { key: 'place', label: t('list.place'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.place?.code },
    {
      key: 'person',
      label: t('dispatch.sent_to'),
      width: 'minmax(5rem, 0.8fr)',
      cell: (row) => row.order?.person?.name ?? <span className="dim">{departmentName(row.departmentId)}</span>,
    },
    {
      key: 'appointment',
      label: t('work_orders.appointment'),
      width: 'minmax(8rem, 1fr)',
      cell: (row) =>
        row.order?.appointment ? windowWords(row.order.appointment.fromAt, row.order.appointment.untilAt) : null,
    },
    {
      key: 'kind',
      label: t('list.kind'),
      width: 'minmax(6rem, 0.8fr)',
      cell: (row) => <span className="dim">{said(row.kind.name)}</span>,
    },
    {
      key: 'owed',
      label: t('list.owed'),
      width: 'minmax(8rem, 1fr)',
      spare: true,
      cell: (row) => (row.clock ? whatIsOwed(row.clock) : null),
    },
    {
      key: 'customer',
      label: t('list.customer'),
      width: 'minmax(6rem, 1fr)',
      spare: true,
      cell: (row) => row.customer?.name ?? row.callerName,
    },
  ];
}

export function PhoneRow(row: WaitingRow) {
  const facts = [numberOf(row), row.place?.code, row.order?.person?.name, said(row.kind.name)];
  return (
    <TwoLines subject={row.title} marks={<PresentAt ticketId={row.id} small />} beside={clockOf(row)} facts={facts} />
  );
}
