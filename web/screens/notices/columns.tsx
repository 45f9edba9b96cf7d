import { clockColumn, clockOf } from '../../matter/clock-column.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import type { NoticeLine } from './list-notices.ts';
import { sourceWords, stateWords } from './list-notices.ts';

/** In the order of their weight: where the screen is narrow, the last give way first. */
export function columns(): Column<NoticeLine>[] {
  return [
    clockColumn(),
    {
      key: 'number',
      label: t('notices.number'),
      width: '4rem',
      cell: (row) => <span className="dim">{row.number}</span>,
    },
    {
      key: 'findings',
      label: t('notices.findings'),
      width: 'minmax(12rem, 3fr)',
      always: true,
      cell: (row) => <span className="subject">{aboutWords(row)}</span>,
    },
    { key: 'state', label: t('notices.state'), width: 'minmax(6rem, 0.8fr)', cell: (row) => stateWords(row.state) },
    {
      key: 'department',
      label: t('notices.department'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => said(row.department.name),
    },
    {
      key: 'addressee',
      label: t('notices.addressee'),
      width: 'minmax(5rem, 0.7fr)',
      cell: (row) => row.addressee?.name,
    },
    {
      key: 'deadline',
      label: t('notices.deadline'),
      width: 'minmax(7rem, 0.9fr)',
      cell: (row) => <When at={row.deadlineAt} />,
    },
    {
      key: 'source',
      label: t('notices.source'),
      width: 'minmax(8rem, 1fr)',
      cell: (row) => <span className="dim">{sourceWords(row.source)}</span>,
    },
    {
      key: 'ticket',
      label: t('notices.ticket'),
      width: 'minmax(8rem, 1.2fr)',
      cell: (row) => (row.ticket ? `${row.ticket.number} ${row.ticket.title}` : null),
    },
    {
      key: 'issued',
      label: t('notices.issued'),
      width: 'minmax(7rem, 0.9fr)',
      spare: true,
      cell: (row) => <When at={row.issuedAt} className="dim" />,
    },
  ];
}

/** What it is about in one line: the promise that was not kept and of which matter, or what was found. */
export function aboutWords(row: NoticeLine): string {
  const missed = row.missed ? said(row.missed.name) : '';
  const ticket = row.missed && row.ticket ? `${row.ticket.number} ${row.ticket.title}` : '';
  return [missed, row.findings, ticket].filter(Boolean).join(' · ');
}

export function PhoneRow(row: NoticeLine) {
  const facts = [row.number, said(row.department.name), stateWords(row.state)];
  return <TwoLines subject={aboutWords(row)} beside={clockOf(row)} facts={facts} />;
}
