import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { listWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { Vip } from '../customers/columns.tsx';
import { relationWords } from '../customers/customers.ts';
import type { PlaceAnswer } from './place-words.ts';

/** Who lives here or has to do with it now, the owners first. */
export function Residents({ place }: { place: PlaceAnswer }) {
  if (place.kind === 'estate' || place.kind === 'building') return null;
  return (
    <Section title={t('places.people')}>
      {place.people.length === 0 ? <p className="dim">{t('places.nobody')}</p> : null}
      {place.people.length > 0 ? (
        <Table
          label={t('places.people')}
          rows={place.people}
          rowId={(row) => `${row.customerId} ${row.relation}`}
          columns={[
            {
              key: 'name',
              label: t('customers.name'),
              cell: (row) => (
                <>
                  <Go to={`/customers/${row.customerId}`}>{row.name}</Go> {row.vip ? <Vip /> : null}
                </>
              ),
            },
            { key: 'relation', label: t('places.relation'), cell: (row) => relationWords(row.relation) },
            { key: 'phones', label: t('customers.phone'), cell: (row) => listWords(row.phones) },
            { key: 'since', label: t('places.since'), cell: (row) => row.since },
          ]}
        />
      ) : null}
    </Section>
  );
}
