import type { z } from 'zod';
import type { contactLineOut } from '../../../src/contact/line.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { channelWords, purposeWords } from '../../matter/words.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { leftWords } from '../front-desk/waiting/arrivals.ts';
import styles from './contacts.module.css';
import type { View } from './search.ts';

/** A line of `GET /api/contacts` */
export type ContactLine = z.output<typeof contactLineOut>;

/** How it came: a complaint brought in writing says so, whatever the channel (CHAN-08). */
export function howWords({ channel, written }: Pick<ContactLine, 'channel' | 'written'>): string {
  return written && channel !== 'letter'
    ? `${channelWords(channel)} · ${t('contacts.written')}`
    : channelWords(channel);
}

export function whoWords(row: Pick<ContactLine, 'customer' | 'callerName' | 'callerPhone'>): string {
  return row.customer?.name ?? row.callerName ?? row.callerPhone ?? '';
}

/** How long he waited and how it ended, of a visitor who stood in the queue. */
export function visitWords({ visit }: Pick<ContactLine, 'visit'>): string {
  if (visit === null) return '';
  return t('contacts.visit_went', { outcome: leftWords(visit.outcome), minutes: visit.waited });
}

const visit = (): Column<ContactLine> => ({
  key: 'visit',
  label: t('contacts.visit'),
  width: 'minmax(8rem, 1fr)',
  cell: visitWords,
});

export const columns = (view: View): Column<ContactLine>[] => [
  { key: 'at', label: t('contacts.at'), width: '8rem', always: true, cell: (row) => <When at={row.at} /> },
  { key: 'how', label: t('contacts.channel'), width: 'minmax(6rem, 0.8fr)', cell: howWords },
  { key: 'who', label: t('contacts.who'), width: 'minmax(6rem, 1fr)', always: true, cell: whoWords },
  {
    key: 'place',
    label: t('list.place'),
    width: 'minmax(5rem, 0.6fr)',
    cell: (row) => <span className="dim">{row.place?.code}</span>,
  },
  {
    key: 'purpose',
    label: t('front_desk.purpose'),
    width: 'minmax(5rem, 0.6fr)',
    cell: (row) => purposeWords(row.purpose),
  },
  { key: 'need', label: t('front_desk.need'), width: 'minmax(8rem, 2fr)', cell: (row) => row.need },
  { key: 'outcome', label: t('front_desk.outcome'), width: 'minmax(8rem, 1.5fr)', cell: (row) => row.outcome },
  ...(view === 'visits' ? [visit()] : []),
  { key: 'tickets', label: t('contacts.tickets'), width: 'minmax(5rem, 0.6fr)', cell: (row) => <Tickets row={row} /> },
  { key: 'receiver', label: t('contacts.receiver'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.receiver.name },
];

export function Tickets({ row }: { row: ContactLine }) {
  return (
    <span className={styles['tickets']}>
      {row.tickets.map((ticket) => (
        <ThingLink key={ticket.id} type="ticket" id={ticket.id}>
          {ticket.number}
        </ThingLink>
      ))}
    </span>
  );
}

export function PhoneRow(row: ContactLine) {
  const facts = [howWords(row), purposeWords(row.purpose), row.place?.code, visitWords(row), row.receiver.name];
  const subject = [whoWords(row), row.need].filter(Boolean).join(' · ');
  return <TwoLines subject={subject} beside={<When at={row.at} className="dim" />} facts={facts} />;
}
