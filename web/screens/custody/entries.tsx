import { CUSTODY_ACTS, CUSTODY_SORTS } from '../../../src/custody/sorts.ts';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { EntryLine } from './custody-words.ts';
import { holderWords, thingWords, useCustodyKinds } from './custody-words.ts';
import { sentenceOf } from './ledger.tsx';
import { entriesQueryOf } from './search.ts';

const route = getRouteApi('/inside/custody');

/** The ledger over all things: what was drawn and returned on a day, which passes were issued, what broke. */
export function Entries() {
  const navigate = useNavigate();
  const search = route.useSearch();
  const query = entriesQueryOf(search);
  const pages = usePages<EntryLine>('custody/entries', { about: ['custody_item'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="custody-entries"
      label={t('custody.view_entries')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: `/custody/${row.item.id}` })}
      filters={
        <FiltersAndTakeOut list="custody-entries" name={t('custody.view_entries')} query={query}>
          <Filters />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('custody.no_entries')}>{t('custody.no_entries_why')}</EmptyState>}
    />
  );
}

const columns = (): Column<EntryLine>[] => [
  {
    key: 'at',
    label: t('custody.happened_at'),
    width: '8rem',
    always: true,
    cell: (row) => <When at={row.happenedAt} />,
  },
  {
    key: 'thing',
    label: t('custody.thing'),
    width: 'minmax(10rem, 1.6fr)',
    always: true,
    cell: (row) => <span className="subject">{thingWords(row.item)}</span>,
  },
  {
    key: 'act',
    label: t('custody.act'),
    width: 'minmax(5rem, 0.6fr)',
    always: true,
    cell: (row) => t(`custody.act_${row.act}`),
  },
  { key: 'from', label: t('custody.from'), width: 'minmax(6rem, 0.9fr)', cell: (row) => holderWords(row.from) },
  { key: 'to', label: t('custody.to'), width: 'minmax(6rem, 0.9fr)', cell: (row) => holderWords(row.to) },
  { key: 'purpose', label: t('custody.purpose'), width: 'minmax(7rem, 1.1fr)', cell: whatFor },
  { key: 'by', label: t('custody.by'), width: 'minmax(5rem, 0.6fr)', cell: (row) => row.by.name },
  {
    key: 'condition',
    label: t('custody.condition'),
    width: '6rem',
    cell: (row) => t(`custody.condition_${row.condition}`),
  },
  {
    key: 'kind',
    label: t('custody.kind'),
    width: 'minmax(7rem, 1fr)',
    spare: true,
    cell: (row) => said(row.item.kind.name),
  },
];

/** What for, or of a report what happened. */
const whatFor = ({ purpose, whatHappened, remark }: EntryLine): string => purpose || whatHappened || remark;

function PhoneRow(row: EntryLine) {
  return (
    <TwoLines
      subject={thingWords(row.item)}
      beside={<When at={row.happenedAt} className="dim" />}
      facts={[sentenceOf(row), whatFor(row)]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const { items: kinds } = useCustodyKinds();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('custody.view_entries')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'sort',
          t('custody.sort'),
          CUSTODY_SORTS.map((value) => ({ value, label: t(`custody.sort_${value}`) })),
        ),
        filter(
          'kind',
          t('custody.kind'),
          kinds.map(({ key, name }) => ({ value: key, label: said(name) })),
        ),
        filter(
          'act',
          t('custody.act'),
          CUSTODY_ACTS.map((value) => ({ value, label: t(`custody.act_${value}`) })),
        ),
        filter('reports', t('custody.reports_only'), [{ value: 'true', label: t('custody.reports_only') }]),
        filter('person', t('custody.to_person'), peopleOptions(people)),
      ]}
    />
  );
}
