import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { looksOut } from '../../../../src/administration/looks-view.ts';
import { pageItems, usePages } from '../../../server/queries.ts';
import { TakeOut } from '../../exchange/take-out.tsx';
import { Go } from '../../../ui/go.tsx';
import { FilterSentence } from '../../../ui/list/filter-sentence.tsx';
import { Pages } from '../../../ui/list/pages.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { useCommonFilters } from './filters.ts';
import type { LooksSearch, Way } from './search.ts';
import { looksQueryOf, ways } from './search.ts';

type Look = z.output<typeof looksOut>['items'][number];
const route = getRouteApi('/inside/administration/looks');

/** Who looked at whose data, hour by hour: of everybody, of one customer, or of one of us. */
export function Looks() {
  const search = route.useSearch();
  const query = useMemo(() => looksQueryOf(search), [search]);
  const pages = usePages<Look>('looks', { about: [], query });
  const rows = pageItems(pages.data);
  return (
    <Page
      title={t('administration.looks')}
      actions={<TakeOut list="looks" name={t('administration.looks')} query={query} />}
    >
      <AdministrationNav />
      <Filters search={search} customer={rows.find((row) => row.customer.id === search.customer)?.customer.name} />
      <Pages
        read={pages}
        lines={12}
        none={<EmptyState title={t('journal.nobody')}>{t('journal.nobody_why')}</EmptyState>}
      >
        {(looks) => <LookTable rows={looks} />}
      </Pages>
    </Page>
  );
}

function LookTable({ rows }: { rows: readonly Look[] }) {
  return (
    <Table
      label={t('administration.looks')}
      rows={rows}
      rowId={(row) => `${row.hour} ${row.customer.id} ${row.person?.id} ${row.way}`}
      columns={[
        { key: 'hour', label: t('journal.hour'), cell: (row) => <When at={row.hour} /> },
        {
          key: 'person',
          label: t('journal.by'),
          cell: (row) => <Go to={`/administration/people/${row.person?.id}`}>{row.person?.name ?? ''}</Go>,
        },
        {
          key: 'customer',
          label: t('journal.whose'),
          cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
        },
        { key: 'way', label: t('journal.way'), cell: (row) => t(`journal.way_${row.way}`) },
        {
          key: 'whole',
          label: t('journal.numbers'),
          cell: (row) => (row.whole ? t('journal.whole') : t('journal.masked')),
        },
      ]}
    />
  );
}

function Filters({ search, customer }: { search: LooksSearch; customer: string | undefined }) {
  const navigate = route.useNavigate();
  const set = (change: Partial<LooksSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const common = useCommonFilters(search, set);
  const whose = search.customer
    ? [
        {
          key: 'customer',
          name: t('journal.whose'),
          says: ({ label }: { label: string }) => t('journal.says_whose', { name: label }),
          options: [{ value: search.customer, label: customer ?? '' }],
          value: search.customer,
          set: (value: string | null) => set({ customer: value ?? undefined }),
        },
      ]
    : [];
  return (
    <FilterSentence
      subject={t('administration.looks')}
      filters={[
        ...whose,
        ...common,
        {
          key: 'way',
          name: t('journal.way'),
          says: (option) => option.label,
          options: ways.map((value) => ({ value, label: t(`journal.way_${value}`) })),
          value: search.way ?? null,
          set: (value) => set({ way: (value ?? undefined) as Way | undefined }),
        },
      ]}
    />
  );
}
