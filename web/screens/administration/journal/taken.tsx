import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { takenOutsOut } from '../../../../src/exchange/inputs.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { usePages } from '../../../server/queries.ts';
import { FilterSentence } from '../../../ui/list/filter-sentence.tsx';
import { Pages } from '../../../ui/list/pages.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { numberWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { useCommonFilters } from './filters.ts';
import type { TakenSearch } from './search.ts';
import { takenQueryOf } from './search.ts';
import { filterWords, formatWords } from './taken-words.ts';

type Answer = z.output<typeof takenOutsOut>;
type Taken = Answer['items'][number];
const route = getRouteApi('/inside/administration/taken-out');

/** Who took what out of the house, when, narrowed by what, how many rows: lists, papers, backups, calendars, webhooks. */
export function TakenOut() {
  const search = route.useSearch();
  const query = useMemo(() => takenQueryOf(search), [search]);
  const pages = usePages<Taken, Answer>('lists/taken-out', { about: ['list_taken_out'], query });
  return (
    <Page title={t('taken.title')}>
      <AdministrationNav />
      <Filters search={search} lists={pages.data?.pages[0]?.lists ?? []} />
      <Pages read={pages} lines={12} none={<EmptyState title={t('taken.none')}>{t('taken.none_why')}</EmptyState>}>
        {(rows) => <TakenTable rows={rows} />}
      </Pages>
    </Page>
  );
}

function TakenTable({ rows }: { rows: readonly Taken[] }) {
  return (
    <Table
      label={t('taken.title')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'at', label: t('taken.when'), cell: (row) => <When at={row.startedAt} /> },
        { key: 'person', label: t('journal.by'), cell: (row) => row.person?.name ?? t('taken.by_command') },
        { key: 'list', label: t('taken.what'), cell: (row) => said(row.name) },
        { key: 'format', label: t('taken.format'), cell: (row) => formatWords(row.format) },
        { key: 'narrowed', label: t('taken.narrowed'), cell: (row) => <Narrowed filters={row.narrowed} /> },
        { key: 'rows', label: t('taken.rows'), number: true, cell: (row) => numberOf(row) },
        { key: 'state', label: t('taken.state'), cell: (row) => t(`taken.state_${row.state as 'done'}`) },
      ]}
    />
  );
}

const numberOf = ({ rows }: Taken): string => (rows === null ? '–' : numberWords(rows));

function Narrowed({ filters }: { filters: Taken['narrowed'] }) {
  const kinds = useDesk().items;
  const nameOf = (key: unknown) => kinds.find((kind) => kind.key === key)?.name;
  if (filters.length === 0) return <span className="dim">{t('taken.whole')}</span>;
  return (
    <ul>
      {filters.map((one) => (
        <li key={one.key}>{filterWords({ ...one, value: (one.key === 'kind' && nameOf(one.value)) || one.value })}</li>
      ))}
    </ul>
  );
}

function Filters({ search, lists }: { search: TakenSearch; lists: Answer['lists'] }) {
  const navigate = route.useNavigate();
  const set = (change: Partial<TakenSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const common = useCommonFilters(search, set);
  return (
    <FilterSentence
      subject={t('taken.title')}
      filters={[
        ...common,
        {
          key: 'list',
          name: t('taken.what'),
          says: ({ label }) => label,
          options: lists.map(({ key, name }) => ({ value: key, label: said(name) })),
          value: search.list ?? null,
          set: (value) => set({ list: value ?? undefined }),
        },
      ]}
    />
  );
}
