import { clockColumn, clockOf } from '../../matter/clock-column.tsx';
import type { FieldShape } from '../../matter/field-inputs.tsx';
import { fieldWords } from '../../matter/field-words.ts';
import { KindIcon } from '../../matter/kind-icon.tsx';
import { PresentAt } from '../../matter/present.tsx';
import { NewsMark } from '../../matter/news-mark.tsx';
import { channelWords, urgencyWords } from '../../matter/words.ts';
import { whatIsOwed } from '../../ui/clock/words.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import type { TicketLine } from './lines.ts';
import styles from './tickets.module.css';

/** Where the list is of one kind, so many of its own fields stand in it from the first; the others can be chosen. */
const OWN_SHOWN = 4;

function ownColumns(fields: readonly FieldShape[]): Column<TicketLine>[] {
  return fields.map((field, at) => ({
    key: `own_${field.key}`,
    label: said(field.name),
    width: field.type === 'long_text' ? 'minmax(8rem, 1.4fr)' : 'minmax(5.5rem, 0.8fr)',
    ...(at < OWN_SHOWN ? {} : { spare: true }),
    cell: (line) => {
      const own = line.fields?.find((one) => one.key === field.key);
      return own ? fieldWords({ ...field, choices: own.choices }, own.value) : null;
    },
  }));
}

/** In the order of their weight: where the screen is narrow, the last give way first. `own`: the fields of the kind it is narrowed to. */
export function columns(own: readonly FieldShape[] = []): Column<TicketLine>[] {
  return [
    clockColumn(),
    {
      key: 'number',
      label: t('list.number'),
      width: '5rem',
      cell: (line) => <span className="dim">{line.number}</span>,
    },
    { key: 'title', label: t('list.title'), width: 'minmax(15.5rem, 2.4fr)', always: true, cell: titleOf },
    ...ownColumns(own),
    {
      key: 'owed',
      label: t('list.owed'),
      width: 'minmax(7rem, 1.9fr)',
      cell: (line) => (line.clock ? whatIsOwed(line.clock) : null),
    },
    { key: 'owner', label: t('list.owner'), width: 'minmax(6rem, 0.8fr)', cell: ownerOf },
    { key: 'place', label: t('list.place'), width: 'minmax(4.5rem, 0.5fr)', cell: (line) => line.place?.code },
    { key: 'customer', label: t('list.customer'), width: 'minmax(4.5rem, 0.6fr)', cell: customerOf },
    {
      key: 'stage',
      label: t('list.stage'),
      width: 'minmax(6rem, 1fr)',
      cell: (line) => <span className="dim">{said(line.stage.name)}</span>,
    },
    {
      key: 'opened',
      label: t('tickets.opened'),
      width: '8rem',
      cell: (line) => <When at={line.openedAt} className="dim" />,
    },
    {
      key: 'kind',
      label: t('list.kind'),
      width: 'minmax(6rem, 0.8fr)',
      spare: true,
      cell: (line) => <span className="dim">{said(line.kind.name)}</span>,
    },
    {
      key: 'channel',
      label: t('matter.channel'),
      width: '7rem',
      spare: true,
      cell: (line) => <span className="dim">{channelWords(line.channel)}</span>,
    },
  ];
}

/** The kind as its mark, the matter, and what makes it urgent. */
function titleOf(line: TicketLine) {
  return (
    <span className={styles['title']}>
      <span title={said(line.kind.name)} className={styles['kind']}>
        <KindIcon icon={line.kind.icon} size={16} />
      </span>
      <NewsMark news={line.news} />
      <span className="cut" data-news={line.news || undefined}>
        {line.title}
      </span>
      <PresentAt ticketId={line.id} small />
      {line.urgency === 'normal' ? null : (
        <span className={styles['mark']} data-urgency={line.urgency}>
          {urgencyWords(line.urgency)}
        </span>
      )}
    </span>
  );
}

function ownerOf(line: TicketLine): string {
  return line.offeredTo ? t('tickets.offered', { owner: line.owner.name, to: line.offeredTo.name }) : line.owner.name;
}

function customerOf(line: TicketLine): string {
  const name = line.customer?.name ?? line.callerName ?? '';
  return line.customer?.vip ? t('front_desk.vip_name', { name }) : name;
}

/** Two lines for a telephone: what and how long, then where and who. */
export function PhoneRow(line: TicketLine) {
  const facts = [line.number, line.place?.code, customerOf(line), line.owner.name, said(line.stage.name)];
  return <TwoLines subject={line.title} marks={marksOf(line)} beside={clockOf(line)} facts={facts} />;
}

function marksOf(line: TicketLine) {
  return (
    <>
      <NewsMark news={line.news} />
      <PresentAt ticketId={line.id} small />
    </>
  );
}
