import { ThingLink } from '../../matter/thing-link.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import type { CustodyLine } from './custody-words.ts';
import { holderWords, isWrong, kindWords, standingWords, thingWords, worthWords } from './custody-words.ts';
import styles from './custody.module.css';

export function Standing({ row }: { row: CustodyLine }) {
  return <span className={isWrong(row) ? styles['wrong'] : undefined}>{standingWords(row)}</span>;
}

export function HolderLink({ row: { holder } }: { row: Pick<CustodyLine, 'holder'> }) {
  if (holder.kind !== 'customer' || holder.id === null) return <>{holderWords(holder)}</>;
  return (
    <ThingLink type="customer" id={holder.id}>
      {holder.name}
    </ThingLink>
  );
}

/** When it is due back, or its last day. */
function until({ dueBack, validUntil }: CustodyLine) {
  if (dueBack) return <When at={dueBack} />;
  return validUntil ? absoluteDay(validUntil) : null;
}

export const itemColumns = (): Column<CustodyLine>[] => [
  { key: 'number', label: t('custody.number'), width: '7rem', always: true, cell: (row) => row.number },
  {
    key: 'label',
    label: t('custody.label'),
    width: 'minmax(9rem, 1.4fr)',
    always: true,
    cell: (row) => <span className="subject">{row.label}</span>,
  },
  {
    key: 'state',
    label: t('custody.state'),
    width: 'minmax(7rem, 0.9fr)',
    always: true,
    cell: (row) => <Standing row={row} />,
  },
  {
    key: 'holder',
    label: t('custody.holder'),
    width: 'minmax(7rem, 1fr)',
    always: true,
    cell: (row) => <HolderLink row={row} />,
  },
  { key: 'until', label: t('custody.until'), width: 'minmax(8rem, 0.8fr)', cell: until },
  { key: 'kind', label: t('custody.kind'), width: 'minmax(7rem, 1fr)', cell: kindWords },
  { key: 'place', label: t('matter.place'), width: '6rem', cell: (row) => row.place?.code },
  { key: 'customer', label: t('custody.customer'), width: 'minmax(6rem, 0.7fr)', cell: (row) => row.customer?.name },
  { key: 'purpose', label: t('custody.purpose'), width: 'minmax(7rem, 1fr)', cell: (row) => row.purpose },
  { key: 'since', label: t('custody.since'), width: '9rem', spare: true, cell: (row) => absolute(row.since) },
  { key: 'worth', label: t('custody.worth'), width: '8rem', spare: true, cell: worthWords },
];

export function PhoneRow(row: CustodyLine) {
  return (
    <TwoLines
      subject={thingWords(row)}
      beside={<Standing row={row} />}
      facts={[kindWords(row), row.place?.code, holderWords(row.holder), row.validUntil && absoluteDay(row.validUntil)]}
    />
  );
}
