import { IconArrowsUpDown } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { MoveLine } from '../../../src/personnel/view-records.ts';
import { useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { daysOf } from './search.ts';
import { moveStateWords, wayWords } from './staff-words.ts';
import { StaffTabs } from './tabs.tsx';

const route = getRouteApi('/inside/staff/moves');

/** Proposals, and the register of appointments and removals. */
export function Moves() {
  const navigate = useNavigate();
  const { state, department, period } = route.useSearch();
  const pages = usePages<MoveLine>('staff/moves', {
    about: ['staff_move', 'notification', 'post'],
    query: { state, department, ...daysOf(period) },
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <Page
      title={t('staff.title')}
      shape="fill"
      actions={
        <>
          <StaffTabs tab="moves" />
          <NewButton />
        </>
      }
    >
      <List
        name="staff-moves"
        label={t('staff.tab_moves')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: `/staff/moves/${row.id}` })}
        filters={<Filters />}
        state={pagesState(pages)}
        empty={
          <EmptyState title={t('staff.no_moves')} action={<NewButton />}>
            {t('staff.no_moves_why')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function NewButton() {
  const navigate = useNavigate();
  const { rights } = useSession();
  const proposes = rights.includes('staff.propose');
  if (!proposes && !rights.includes('staff.decide')) return null;
  return (
    <ActionButton
      label={proposes ? t('staff.propose') : t('staff.appoint')}
      icon={IconArrowsUpDown}
      kind="primary"
      hotkey="n"
      onRun={() => void navigate({ to: '/staff/moves/new', search: {} })}
    />
  );
}

const columns = (): Column<MoveLine>[] => [
  { key: 'day', label: t('staff.from_day'), width: '8rem', always: true, cell: (row) => absoluteDay(row.day) },
  {
    key: 'person',
    label: t('staff.member'),
    width: 'minmax(6rem, 0.8fr)',
    always: true,
    cell: (row) => row.person.name,
  },
  { key: 'sort', label: t('staff.sort'), width: 'minmax(6rem, 0.7fr)', cell: (row) => t(`staff.sort_${row.sort}`) },
  { key: 'way', label: t('staff.posts'), width: 'minmax(12rem, 2fr)', cell: wayWords },
  { key: 'state', label: t('staff.state'), width: 'minmax(7rem, 0.8fr)', cell: (row) => moveStateWords(row.state) },
  { key: 'by', label: t('staff.decided'), width: 'minmax(6rem, 0.7fr)', cell: (row) => row.decidedBy?.name ?? null },
  { key: 'reason', label: t('staff.reason'), width: 'minmax(9rem, 1.4fr)', cell: (row) => row.reason },
];

function PhoneRow(row: MoveLine) {
  return (
    <TwoLines
      subject={row.person.name}
      beside={<span className="dim">{absoluteDay(row.day)}</span>}
      facts={[t(`staff.sort_${row.sort}`), wayWords(row), moveStateWords(row.state)]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { departments } = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('staff.tab_moves')}
      filters={[
        filter(
          'state',
          t('staff.state'),
          (['open', 'approved'] as const).map((value) => ({ value, label: t(`staff.only_${value}`) })),
        ),
        filter(
          'department',
          t('staff.department'),
          departments.map(({ id, name }) => ({ value: id, label: said(name) })),
        ),
        filter('period', t('staff.from_day'), periodOptions()),
      ]}
    />
  );
}
