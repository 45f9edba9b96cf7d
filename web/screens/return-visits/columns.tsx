import { clockColumn, clockOf } from '../../matter/clock-column.tsx';
import { PresentAt } from '../../matter/present.tsx';
import { satisfactionWords } from '../../matter/words.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import styles from './return-visits.module.css';
import type { View } from './search.ts';
import type { VisitLine } from './visits.ts';
import { stateWords, whomOf } from './visits.ts';

type VisitColumn = Column<VisitLine>;

const customer = (): VisitColumn => ({
  key: 'customer',
  label: t('list.customer'),
  width: 'minmax(7rem, 1fr)',
  always: true,
  cell: (row) => (
    <>
      <span className="subject">{whomOf(row)}</span>
      {row.customer?.vip ? <span className={styles['vip']}>{t('matter.vip')}</span> : null}
    </>
  ),
});
const matter = (): VisitColumn => ({
  key: 'matter',
  label: t('return_visits.matter'),
  width: 'minmax(12rem, 2.4fr)',
  cell: (row) => (
    <>
      <PresentAt ticketId={row.ticket.id} small /> <span className="dim">{row.ticket.number}</span> {row.ticket.title}
    </>
  ),
});
const place = (): VisitColumn => ({
  key: 'place',
  label: t('list.place'),
  width: 'minmax(5rem, 0.8fr)',
  cell: (row) => row.place?.code,
});
const rule = (): VisitColumn => ({
  key: 'rule',
  label: t('return_visits.rule'),
  width: 'minmax(6rem, 0.9fr)',
  cell: (row) => <span className="dim">{said(row.ruleName)}</span>,
});
const attempts = (): VisitColumn => ({
  key: 'attempts',
  label: t('return_visits.attempts'),
  width: 'minmax(5rem, 0.6fr)',
  cell: (row) => t('return_visits.attempts_of', { count: row.attempts, most: row.mostAttempts }),
});
const resolved = (): VisitColumn => ({
  key: 'resolved',
  label: t('return_visits.resolved'),
  width: 'minmax(8rem, 0.9fr)',
  cell: (row) => (row.ticket.resolvedAt ? <When at={row.ticket.resolvedAt} className="dim" /> : null),
});
const ended = (): VisitColumn => ({
  key: 'ended',
  label: t('return_visits.ended'),
  width: 'minmax(8rem, 0.9fr)',
  always: true,
  cell: (row) => (row.endedAt ? <When at={row.endedAt} /> : null),
});
const satisfaction = (): VisitColumn => ({
  key: 'satisfaction',
  label: t('return_visits.satisfaction'),
  width: 'minmax(7rem, 0.9fr)',
  cell: (row) => (row.satisfaction === null ? stateOrSilence(row) : satisfactionWords(row.satisfaction)),
});
const opinion = (): VisitColumn => ({
  key: 'opinion',
  label: t('return_visits.opinion'),
  width: 'minmax(8rem, 1.4fr)',
  cell: (row) => [row.opinion, row.criticism].filter(Boolean).join(' · '),
});
const by = (): VisitColumn => ({
  key: 'by',
  label: t('return_visits.visited_by'),
  width: 'minmax(5rem, 0.7fr)',
  cell: (row) => row.by?.name,
});
const signed = (): VisitColumn => ({
  key: 'signed',
  label: t('return_visits.signed'),
  width: 'minmax(5rem, 0.7fr)',
  cell: (row) => row.signedBy?.name,
});
const department = (): VisitColumn => ({
  key: 'department',
  label: t('return_visits.department'),
  width: 'minmax(6rem, 0.8fr)',
  cell: (row) => (row.department ? <span className="dim">{said(row.department.name)}</span> : null),
});

function stateOrSilence(row: VisitLine): string {
  return row.state === 'made' ? t('return_visits.no_say') : stateWords(row.state);
}

/** In the order of their weight: where the screen is narrow, the last give way first. */
export function columnsOf(view: View): VisitColumn[] {
  if (view === 'due') return [clockColumn(), customer(), matter(), place(), rule(), attempts(), resolved()];
  if (view === 'sign')
    return [clockColumn(), customer(), matter(), satisfaction(), opinion(), department(), ended(), by()];
  return [ended(), customer(), matter(), satisfaction(), opinion(), by(), signed(), rule(), department()];
}

export function PhoneRow(row: VisitLine) {
  const facts = [row.ticket.number, row.place?.code, said(row.ruleName)];
  const tried = t('return_visits.attempts_of', { count: row.attempts, most: row.mostAttempts });
  return (
    <TwoLines
      subject={`${whomOf(row)} · ${row.ticket.title}`}
      marks={<PresentAt ticketId={row.ticket.id} small />}
      beside={clockOf(row) ?? <span className="dim">{stateOrSilence(row)}</span>}
      facts={[...facts, tried]}
    />
  );
}
