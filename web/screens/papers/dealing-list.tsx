import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DEALING_WAYS } from '../../../src/liaison/liaison.ts';
import type { Dealing } from '../../../src/liaison/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { useAsked } from './filters.tsx';
import { optionsOf, useBodyKinds } from './house.ts';
import { queryOf } from './queries.ts';

const route = getRouteApi('/inside/papers');

/** The log of dealings, the newest first. */
export function Dealings() {
  const navigate = useNavigate();
  const query = queryOf.dealings(route.useSearch());
  const pages = usePages<Dealing>('liaison-dealings', { about: ['liaison_matter'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const kinds = useBodyKinds();
  const { period, person, filter } = useAsked();
  return (
    <List
      name="liaison-dealings"
      label={t('papers.list_dealings')}
      rows={rows}
      rowId={(row) => row.id}
      columns={dealingColumns()}
      phoneRow={DealingRow}
      open={(row) => void navigate({ to: `/papers/matters/${row.matter.id}` as never })}
      filters={
        <FiltersAndTakeOut list="liaison-dealings" name={t('papers.list_dealings')} query={query}>
          <FilterSentence
            subject={t('papers.list_dealings')}
            filters={[
              period(),
              filter('kind', t('papers.kind'), optionsOf(kinds)),
              filter(
                'way',
                t('papers.how'),
                DEALING_WAYS.map((value) => ({ value, label: t(`papers.dealt_${value}`) })),
              ),
              person(t('papers.logged_by')),
            ]}
          />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('papers.no_dealings')}>{t('papers.no_dealings_why')}</EmptyState>}
    />
  );
}

const dealingColumns = (): Column<Dealing>[] => [
  { key: 'at', label: t('papers.when'), width: '8rem', always: true, cell: (row) => <When at={row.happenedAt} /> },
  { key: 'said', label: t('papers.said'), width: 'minmax(10rem, 2fr)', always: true, cell: (row) => row.said },
  { key: 'body', label: t('papers.body'), width: 'minmax(8rem, 1fr)', cell: (row) => row.body.name },
  { key: 'matter', label: t('papers.matter'), width: 'minmax(8rem, 1fr)', cell: (row) => row.matter.subject },
  { key: 'way', label: t('papers.how'), width: '7rem', cell: (row) => t(`papers.dealt_${row.way}`) },
  { key: 'contact', label: t('papers.with_whom'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.contact },
  { key: 'by', label: t('papers.logged_by'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.by.name },
];

function DealingRow(row: Dealing) {
  const facts = [row.body.name, t(`papers.dealt_${row.way}`), row.by.name];
  return <TwoLines subject={row.said} beside={<When at={row.happenedAt} className="dim" />} facts={facts} />;
}
