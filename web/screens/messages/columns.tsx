import { clockColumn, clockOf } from '../../matter/clock-column.tsx';
import { PresentAt } from '../../matter/present.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import type { ConversationLine } from './conversation-view.ts';
import { subjectWords, whoWrites } from './conversation-view.ts';
import styles from './messages.module.css';

export const columns = (): Column<ConversationLine>[] => [
  clockColumn(),
  { key: 'from', label: t('messages.from'), width: 'minmax(8rem, 1fr)', always: true, cell: whoOf },
  { key: 'subject', label: t('messages.subject'), width: 'minmax(13rem, 3fr)', always: true, cell: subjectOf },
  { key: 'whose', label: t('messages.whose'), width: 'minmax(5rem, 0.7fr)', cell: ownerOf },
  { key: 'waits', label: t('messages.waits_since'), width: '8rem', cell: waitsOf },
  { key: 'matters', label: t('messages.matters'), width: 'minmax(5rem, 0.6fr)', cell: mattersOf },
  {
    key: 'channel',
    label: t('messages.channel'),
    width: 'minmax(6rem, 0.7fr)',
    cell: (line) => <span className="dim">{line.channel.name}</span>,
  },
  {
    key: 'department',
    label: t('matter.department'),
    width: 'minmax(6rem, 0.7fr)',
    spare: true,
    cell: (line) => (line.department ? <span className="dim">{said(line.department.name)}</span> : null),
  },
  {
    key: 'last',
    label: t('messages.last'),
    width: '8rem',
    spare: true,
    cell: (line) => <When at={line.lastAt} className="dim" />,
  },
];

function whoOf(line: ConversationLine) {
  return (
    <span className={styles['from']}>
      <span className="cut" data-waits={line.waitingSince !== null || undefined}>
        {whoWrites(line)}
      </span>
      <PresentAt ticketId={line.id} small />
    </span>
  );
}

function subjectOf(line: ConversationLine) {
  return (
    <span className="cut">
      {subjectWords(line)}{' '}
      <span className="dim">
        {line.about ? `${t('messages.aside', { number: String(line.about.number) })} · ` : null}
        {line.excerpt}
      </span>
    </span>
  );
}

function ownerOf({ owner }: ConversationLine) {
  return owner ? owner.name : <span className="dim">{t('messages.nobody')}</span>;
}

function waitsOf(line: ConversationLine) {
  if (line.waitingSince) return <When at={line.waitingSince} />;
  return line.closedBecause ? <span className="dim">{t(`messages.closed_${line.closedBecause}`)}</span> : null;
}

const mattersOf = ({ tickets }: ConversationLine) => tickets.map(({ number }) => number).join(', ');

/** Two lines for a telephone: who and what about, then how long and whose. */
export function PhoneRow(line: ConversationLine) {
  const facts = [subjectWords(line), line.owner?.name ?? t('messages.nobody'), mattersOf(line), line.excerpt];
  return (
    <TwoLines
      subject={whoWrites(line)}
      marks={<PresentAt ticketId={line.id} small />}
      beside={clockOf(line) ?? <When at={line.waitingSince ?? line.lastAt} className="dim" />}
      facts={facts}
    />
  );
}
