import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { pageItems, usePages } from '../../server/queries.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { EmptyState } from '../../ui/states.tsx';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { t } from '../../words/words.ts';
import type { View } from './search.ts';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/registers');

type RegisterProps<Row extends { id: string }> = {
  view: View;
  path: 'disputes' | 'proposals' | 'compliments' | 'compliments/mine';
  columns: () => Column<Row>[];
  phoneRow: (row: Row) => ReactNode;
  filters: ReactNode;
  /** Whoever reads only what is said of him need not see the ticket. */
  opens?: boolean;
};

/** One register: its filter, its rows, and the ticket behind each. */
export function Register<Row extends { id: string }>(props: RegisterProps<Row>) {
  const { view, path, columns, phoneRow, filters, opens = true } = props;
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = queryOf({ ...search, view });
  const pages = usePages<Row>(path, { about: ['ticket', 'commitment'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), [columns]);
  return (
    <List
      name={`register-${view}`}
      label={t(`registers.view_${view}`)}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={phoneRow}
      open={(row) => (opens ? void navigate({ to: '/tickets/$id', params: { id: row.id } }) : undefined)}
      filters={
        path === 'compliments/mine' ? (
          filters
        ) : (
          <FiltersAndTakeOut list={path} name={t(`registers.view_${view}`)} query={query}>
            {filters}
          </FiltersAndTakeOut>
        )
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('registers.none')}>{t(`registers.none_${view}`)}</EmptyState>}
    />
  );
}
