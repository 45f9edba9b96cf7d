import type { Receipt } from '../../../src/receipt/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { Go } from '../../ui/go.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { stateWords } from './slip.tsx';

function happened(at: string | null, by: Receipt['deliveredBy'] | Receipt['knownBy']) {
  if (!at || !by) return null;
  return (
    <>
      <When at={at} /> <span className="dim">{t(`receipts.by_${by}`)}</span>
    </>
  );
}

/** `ofOne`: all of one notice, which is not named in every line. */
export const receiptColumns = (ofOne: boolean): Column<Receipt>[] => [
  { key: 'place', label: t('matter.place'), width: '6rem', always: true, cell: (row) => row.place.code },
  {
    key: 'household',
    label: t('receipts.household'),
    width: 'minmax(5rem, 0.7fr)',
    always: true,
    cell: (row) => (
      <ThingLink type="customer" id={row.customer.id}>
        {row.customer.name}
      </ThingLink>
    ),
  },
  ...(ofOne
    ? []
    : [
        {
          key: 'notice',
          label: t('receipts.notice'),
          width: 'minmax(7rem, 1.2fr)',
          cell: ({ notice }: Receipt) => (
            <Go to={`/tickets/${notice.ticketId}`}>{`${notice.number} ${notice.title}`}</Go>
          ),
        },
      ]),
  {
    key: 'state',
    label: t('receipts.state'),
    width: 'minmax(9rem, 1fr)',
    always: true,
    cell: (row) => stateWords(row.state),
  },
  {
    key: 'given',
    label: t('receipts.given'),
    width: 'minmax(10rem, 1.2fr)',
    cell: (row) => happened(row.deliveredAt, row.deliveredBy),
  },
  {
    key: 'known',
    label: t('receipts.known'),
    width: 'minmax(11.5rem, 1.3fr)',
    cell: (row) => happened(row.knownAt, row.knownBy),
  },
  { key: 'due', label: t('receipts.due'), width: '8rem', cell: (row) => (row.dueAt ? <When at={row.dueAt} /> : null) },
];

export function PhoneRow(row: Receipt) {
  return (
    <TwoLines
      subject={`${row.place.code} ${row.customer.name}`}
      beside={<span className="dim">{stateWords(row.state)}</span>}
      facts={[`${row.notice.number} ${row.notice.title}`, row.state === 'known' ? null : row.phone]}
    />
  );
}
