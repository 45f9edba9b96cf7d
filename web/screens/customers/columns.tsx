import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { listWords, numberWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import type { CustomerRow } from './customers.ts';
import { kindWords, relationWords, touchWords } from './customers.ts';
import styles from './customers.module.css';

export function columns(): Column<CustomerRow>[] {
  return [
    {
      key: 'name',
      label: t('customers.name'),
      width: 'minmax(9rem, 2fr)',
      always: true,
      cell: (row) => (
        <>
          <span className="subject">{row.name}</span> {row.vip ? <Vip /> : null}
        </>
      ),
    },
    { key: 'places', label: t('list.place'), width: 'minmax(8rem, 2fr)', cell: placesOf },
    { key: 'phone', label: t('customers.phone'), width: 'minmax(8rem, 1fr)', cell: (row) => row.phone },
    {
      key: 'last',
      label: t('customers.last_contact'),
      width: 'minmax(13rem, 2fr)',
      cell: (row) => <LastContact row={row} />,
    },
    {
      key: 'open',
      label: t('customers.open'),
      width: '6rem',
      cell: (row) => (row.openCount > 0 ? numberWords(row.openCount) : <span className="dim">–</span>),
    },
    {
      key: 'kind',
      label: t('customers.kind'),
      width: 'minmax(6rem, 1fr)',
      cell: (row) => <span className="dim">{kindWords(row.kind)}</span>,
    },
  ];
}

/** When and by which channel somebody was last in touch with him (VISIT-22). */
function LastContact({ row }: { row: CustomerRow }) {
  if (!row.lastContact) return <span className="dim">{t('customers.never_contacted')}</span>;
  return (
    <>
      {touchWords(row.lastContact)} · <When at={row.lastContact.at} />
    </>
  );
}

export function Vip() {
  return <span className={styles['vip']}>{t('customers.vip')}</span>;
}

function placesOf(row: CustomerRow): string {
  return listWords(row.places.map(({ code, relation }) => `${code} ${relationWords(relation)}`));
}

export function PhoneRow(row: CustomerRow) {
  return (
    <TwoLines
      subject={
        <>
          {row.name} {row.vip ? <Vip /> : null}
        </>
      }
      beside={row.openCount > 0 ? <span>{t('customers.n_open', { count: row.openCount })}</span> : null}
      facts={[row.phone, placesOf(row)]}
    />
  );
}
