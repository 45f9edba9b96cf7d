import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { usePromising } from '../tickets/promising.tsx';
import { columnsOf, PhoneRow } from './columns.tsx';
import { VisitFilters } from './filters.tsx';
import type { View, VisitSearch } from './search.ts';
import { views } from './search.ts';
import type { VisitLine } from './visits.ts';

const route = getRouteApi('/inside/return-visits');

const paths: Record<View, string> = {
  due: 'return-visits',
  sign: 'return-visits/unsigned',
  record: 'return-visits/record',
};

/** Whom to call back, the worst first; the slips that wait for a signature; and the record of what was said. */
export function ReturnVisits() {
  const search = route.useSearch();
  const view = search.view ?? 'due';
  const navigate = useNavigate();
  const pages = usePages<VisitLine>(paths[view], {
    about: ['return_visit', 'commitment', 'clock'],
    query: queryOf(view, search),
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const columns = useMemo(() => columnsOf(view), [view]);
  const { promise, dialog } = usePromising((row: VisitLine) => row.ticket.id);
  const count = rows.length;
  const aside = pages.hasNextPage ? t('return_visits.count_more', { count }) : t('return_visits.count', { count });
  return (
    <Page
      title={t('frame.return_visits')}
      shape="fill"
      aside={pages.data ? aside : null}
      actions={
        <>
          <ViewTabs
            label={t('return_visits.views')}
            to="/return-visits"
            view={view}
            tabs={views.map((key) => ({ key, label: t(`return_visits.view_${key}`) }))}
          />
          <TakeOut
            list={paths[view].replace('/', '-')}
            name={t(`return_visits.view_${view}`)}
            query={queryOf(view, search)}
          />
        </>
      }
    >
      <List
        key={view}
        name={`return-visits-${view}`}
        label={t(`return_visits.subject_${view}`)}
        rows={rows}
        rowId={(row) => row.id}
        columns={columns}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: '/return-visits/$visitId', params: { visitId: row.id } })}
        actions={[promise]}
        filters={<VisitFilters view={view} rows={rows} />}
        state={pagesState(pages)}
        empty={<EmptyState title={t(`return_visits.none_${view}`)}>{t(`return_visits.none_${view}_why`)}</EmptyState>}
      />
      {dialog}
    </Page>
  );
}

function queryOf(view: View, search: VisitSearch): Query {
  const { mine, rule, place, late, period, state, satisfaction, fault } = search;
  if (view === 'due') return { mine, rule, place, late };
  if (view === 'sign') return { mine };
  return { ...spanOf(period), state, satisfaction, fault };
}
