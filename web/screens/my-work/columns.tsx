import { clockColumn, clockOf } from '../../matter/clock-column.tsx';
import { PresentAt } from '../../matter/present.tsx';
import { NewsMark } from '../../matter/news-mark.tsx';
import { whatIsOwed } from '../../ui/clock/words.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { said, t } from '../../words/words.ts';
import type { WorkRow } from './my-work.ts';
import { isTicket, titleOf } from './my-work.ts';
import styles from './reminders.module.css';

/** In the order of their weight: where the screen is narrow, the last give way first. */
export function columns(): Column<WorkRow>[] {
  return [
    clockColumn(),
    { key: 'number', label: t('list.number'), width: '5rem', cell: (row) => <span className="dim">{row.number}</span> },
    {
      key: 'title',
      label: t('list.title'),
      width: 'minmax(12rem, 2fr)',
      always: true,
      cell: (row) => (
        <span className="subject">
          {marksOf(row)} {titleOf(row)}
        </span>
      ),
    },
    {
      key: 'owed',
      label: t('list.owed'),
      width: 'minmax(11.5rem, 1.5fr)',
      cell: (row) => (row.clock ? whatIsOwed(row.clock) : null),
    },
    {
      key: 'place',
      label: t('list.place'),
      width: 'minmax(5rem, 0.6fr)',
      cell: (row) => (isTicket(row) ? row.place?.code : null),
    },
    { key: 'customer', label: t('list.customer'), width: 'minmax(5rem, 0.7fr)', cell: customerOf },
    {
      key: 'stage',
      label: t('list.stage'),
      width: 'minmax(6rem, 1fr)',
      cell: (row) => (isTicket(row) ? <span className="dim">{said(row.stage.name)}</span> : null),
    },
    {
      key: 'kind',
      label: t('list.kind'),
      width: 'minmax(6rem, 1fr)',
      cell: (row) => (isTicket(row) ? <span className="dim">{said(row.kind.name)}</span> : null),
    },
    {
      key: 'owner',
      label: t('list.owner'),
      width: 'minmax(6rem, 1fr)',
      spare: true,
      cell: (row) => (isTicket(row) ? row.owner.name : row.clock.ownerName),
    },
  ];
}

/** Whether there is something new, who else has it before him, and whether it was put off. */
function marksOf(row: WorkRow) {
  return isTicket(row) ? (
    <>
      <NewsMark news={row.news} />
      <PresentAt ticketId={row.id} small />
      {row.snooze ? <span className={styles['mark']}>{t(`put_off.mark_${row.snooze}`)}</span> : null}
    </>
  ) : null;
}

function customerOf(row: WorkRow): string {
  return isTicket(row) ? (row.customer?.name ?? row.callerName ?? '') : '';
}

/** Two lines for a telephone: what and how long, then what is owed, where and who. */
export function PhoneRow(row: WorkRow) {
  const owed = row.clock && whatIsOwed(row.clock);
  const facts = isTicket(row)
    ? [row.number, row.place?.code, customerOf(row), owed ?? said(row.stage.name)]
    : [row.number, owed];
  return <TwoLines subject={titleOf(row)} marks={marksOf(row)} beside={clockOf(row)} facts={facts} />;
}
