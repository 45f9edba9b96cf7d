import { IconHeartHandshake } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { OUTREACH_STATES } from '../../../src/outreach/outreach.ts';
import type { OutreachLine } from '../../../src/outreach/view.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { CallsToMake } from './contacts.tsx';
import { outreachStateWords, progressWords } from './outreach-words.ts';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/outreach');

/** Relationship care (CHAN-24): what was begun and how far it is, and the calls that are mine to make. */
export function Outreach() {
  const { view = 'list' } = route.useSearch();
  const tabs = (['list', 'calls'] as const).map((key) => ({ key, label: t(`outreach.view_${key}`) }));
  return (
    <Page
      title={t('outreach.title')}
      shape="fill"
      actions={
        <>
          <ViewTabs label={t('outreach.title')} to="/outreach" tabs={tabs} view={view} />
          <NewButton />
        </>
      }
    >
      {view === 'calls' ? <CallsToMake /> : <Begun />}
    </Page>
  );
}

function NewButton() {
  const navigate = useNavigate();
  if (!useRight('outreach.send')) return null;
  return (
    <ActionButton
      label={t('outreach.new')}
      icon={IconHeartHandshake}
      kind="primary"
      hotkey="n"
      onRun={() => void navigate({ to: '/outreach/new', search: {} })}
    />
  );
}

function Begun() {
  const navigate = useNavigate();
  const search = route.useSearch();
  const query = queryOf(search);
  const pages = usePages<OutreachLine>('outreaches', { about: ['outreach'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="outreaches"
      label={t('outreach.view_list')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: `/outreach/${row.id}` })}
      filters={
        <FiltersAndTakeOut list="outreaches" name={t('outreach.title')} query={query}>
          <Filters />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={
        <EmptyState title={t('outreach.none')} action={<NewButton />}>
          {t('outreach.none_why')}
        </EmptyState>
      }
    />
  );
}

const columns = (): Column<OutreachLine>[] => [
  { key: 'at', label: t('outreach.at'), width: '8rem', always: true, cell: (row) => <When at={row.at} /> },
  { key: 'name', label: t('outreach.name'), width: 'minmax(10rem, 2fr)', always: true, cell: (row) => row.name },
  {
    key: 'state',
    label: t('outreach.state'),
    width: 'minmax(5rem, 0.7fr)',
    cell: (row) => outreachStateWords(row.state),
  },
  { key: 'progress', label: t('outreach.customers'), width: 'minmax(7rem, 1fr)', cell: progressWords },
  {
    key: 'calls',
    label: t('outreach.contact_to_call'),
    width: '6rem',
    cell: (row) => row.counts.to_call || null,
  },
  { key: 'by', label: t('outreach.by'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.by.name },
];

function PhoneRow(row: OutreachLine) {
  const facts = [outreachStateWords(row.state), progressWords(row), row.by.name];
  return <TwoLines subject={row.name} beside={<When at={row.at} className="dim" />} facts={facts} />;
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('outreach.title')}
      filters={[
        filter('period', t('outreach.period'), periodOptions()),
        filter(
          'state',
          t('outreach.state'),
          OUTREACH_STATES.map((value) => ({ value, label: outreachStateWords(value) })),
        ),
      ]}
    />
  );
}
