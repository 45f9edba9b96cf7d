import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { channelWords } from '../../matter/words.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { TakeOut } from '../exchange/take-out.tsx';
import { CallDialog } from './call-dialog.tsx';
import type { CallLine } from './calls-data.ts';
import { CALLS, outcomeWords, whoWords } from './calls-data.ts';
import { views } from './search.ts';

const route = getRouteApi('/inside/calls');

/** Every call, answered or not, and what is still owed after it (CHAN-01, CHAN-15). */
export function Calls() {
  const { view = 'all' } = route.useSearch();
  const [opened, setOpened] = useState<string | null>(null);
  const query = view === 'all' ? {} : { open: view };
  const pages = usePages<CallLine>('calls', { about: CALLS, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <Page
      title={t('telephone.calls')}
      shape="fill"
      actions={
        <>
          <ViewTabs
            label={t('telephone.views')}
            to="/calls"
            view={view}
            tabs={views.map((key) => ({ key, label: t(`telephone.view_${key}`) }))}
          />
          <TakeOut list="calls" name={t('telephone.calls')} query={query} />
          <Go to="/telephone">{t('telephone.to_board')}</Go>
        </>
      }
    >
      <List
        key={view}
        name={`calls-${view}`}
        label={t('telephone.calls')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => setOpened(row.id)}
        {...pagesState(pages)}
        empty={<EmptyState title={t('telephone.none')}>{t('telephone.none_why')}</EmptyState>}
      />
      <CallDialog call={rows.find(({ id }) => id === opened) ?? null} close={() => setOpened(null)} />
    </Page>
  );
}

const columns = (): Column<CallLine>[] => [
  { key: 'at', label: t('telephone.at'), width: '8rem', always: true, cell: (row) => <When at={row.beganAt} /> },
  { key: 'who', label: t('telephone.who'), width: 'minmax(8rem, 1.5fr)', always: true, cell: whoWords },
  { key: 'line', label: t('telephone.line'), width: 'minmax(6rem, 0.8fr)', cell: (row) => channelWords(row.channel) },
  { key: 'outcome', label: t('telephone.outcome'), width: 'minmax(7rem, 1fr)', cell: outcomeWords },
  { key: 'rings', label: t('telephone.rings'), width: '5rem', cell: (row) => row.rings ?? '–' },
  {
    key: 'by',
    label: t('telephone.taken_by'),
    width: 'minmax(6rem, 0.8fr)',
    cell: (row) => row.answeredBy?.name ?? '–',
  },
  { key: 'owed', label: t('telephone.owed'), width: 'minmax(8rem, 1fr)', cell: (row) => <Owed call={row} /> },
];

function Owed({ call: { callBackDue, writeUpDue } }: { call: CallLine }) {
  const due = callBackDue ?? writeUpDue;
  if (due === null) return '–';
  return (
    <>
      {t(callBackDue ? 'telephone.owed_call_back' : 'telephone.owed_write_up')} <When at={due} className="dim" />
    </>
  );
}

function PhoneRow(row: CallLine) {
  const facts = [channelWords(row.channel), outcomeWords(row), row.answeredBy?.name];
  return <TwoLines subject={whoWords(row)} beside={<When at={row.beganAt} className="dim" />} facts={facts} />;
}
