import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { MemberLine } from '../../../src/personnel/view.ts';
import { useDesk } from '../../matter/kinds.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FileParts } from './file.tsx';
import { periodOf, scoreWords } from './staff-words.ts';
import { StaffTabs } from './tabs.tsx';

const route = getRouteApi('/inside/staff');

/** Who works here, as far as somebody may read their files; whoever reads none finds his own. */
export function Staff() {
  const { person, rights } = useSession();
  const reads = rights.some((right) => right.startsWith('staff.'));
  return (
    <Page
      title={t('staff.title')}
      shape={reads ? 'fill' : 'read'}
      actions={<StaffTabs tab={reads ? 'members' : 'file'} />}
    >
      {reads ? <Members /> : <FileParts id={person.id} />}
    </Page>
  );
}

function Members() {
  const navigate = useNavigate();
  const { department } = route.useSearch();
  const pages = usePages<MemberLine>('staff/members', {
    about: ['person', 'post', 'staff_assessment'],
    query: { department },
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="staff"
      label={t('staff.tab_members')}
      rows={rows}
      rowId={(row) => row.person.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: `/staff/members/${row.person.id}` })}
      filters={<Filters />}
      state={pagesState(pages)}
      empty={<EmptyState title={t('staff.no_members')}>{t('staff.no_members_why')}</EmptyState>}
    />
  );
}

const postsOf = (row: MemberLine): string => listWords(row.posts.map(({ name }) => said(name)));

const lastOf = ({ last }: MemberLine): string | null =>
  last && t('staff.last_score', { score: scoreWords(last.score), begins: periodOf(last) });

const columns = (): Column<MemberLine>[] => [
  { key: 'name', label: t('staff.member'), width: 'minmax(7rem, 1fr)', always: true, cell: (row) => row.person.name },
  { key: 'posts', label: t('staff.post'), width: 'minmax(9rem, 1.6fr)', cell: postsOf },
  {
    key: 'department',
    label: t('staff.department'),
    width: 'minmax(8rem, 1.2fr)',
    cell: (row) => listWords(row.departments.map(({ name }) => said(name))),
  },
  { key: 'last', label: t('staff.last'), width: 'minmax(10rem, 1.2fr)', cell: lastOf },
  {
    key: 'next',
    label: t('staff.next'),
    width: 'minmax(8rem, 1fr)',
    cell: (row) => (row.next ? <When at={row.next.dueAt} /> : null),
  },
];

function PhoneRow(row: MemberLine) {
  return (
    <TwoLines
      subject={row.person.name}
      beside={row.next ? <When at={row.next.dueAt} className="dim" /> : null}
      facts={[postsOf(row), lastOf(row)]}
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
      subject={t('staff.tab_members')}
      filters={[
        filter(
          'department',
          t('staff.department'),
          departments.map(({ id, name }) => ({ value: id, label: said(name) })),
        ),
      ]}
    />
  );
}
