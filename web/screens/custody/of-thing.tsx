import { useRead } from '../../server/queries.ts';
import type { Page } from '../../server/contract.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { Standing } from './columns.tsx';
import type { CustodyLine } from './custody-words.ts';
import { holderWords, kindWords, thingWords } from './custody-words.ts';

const SHOWN = 20;

/** Keys, passes and things of a place, of a customer or issued on a matter; nothing where there are none. */
export function CustodyOf({ of, id }: { of: 'place' | 'customer' | 'ticket'; id: string }) {
  const { data } = useRead<Page<CustodyLine>>('custody', {
    about: ['custody_item'],
    query: { [of]: id, limit: SHOWN },
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Section
      title={t('custody.here')}
      aside={
        data.next ? (
          <Go to="/custody" search={{ [of]: id }}>
            {t('custody.view_items')}
          </Go>
        ) : null
      }
    >
      <Table
        label={t('custody.here')}
        rows={data.items}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'thing',
            label: t('custody.thing'),
            cell: (row) => <Go to={`/custody/${row.id}`}>{thingWords(row)}</Go>,
          },
          { key: 'kind', label: t('custody.kind'), cell: kindWords },
          { key: 'state', label: t('custody.state'), cell: (row) => <Standing row={row} /> },
          { key: 'holder', label: t('custody.holder'), cell: (row) => holderWords(row.holder) },
          {
            key: 'until',
            label: t('custody.valid_until'),
            cell: ({ dueBack, validUntil }) =>
              dueBack ? absolute(dueBack) : validUntil ? absoluteDay(validUntil) : null,
          },
        ]}
      />
    </Section>
  );
}
