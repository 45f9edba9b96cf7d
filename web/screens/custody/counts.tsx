import type { CustodySort } from '../../../src/custody/sorts.ts';
import { CUSTODY_SORTS } from '../../../src/custody/sorts.ts';
import { NativeSelect } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { periodOptions } from '../../matter/periods.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay, nowMs, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { Count } from './custody-words.ts';
import { useCustodyKinds } from './custody-words.ts';
import styles from './custody.module.css';
import { countsQueryOf, countStates } from './search.ts';

const route = getRouteApi('/inside/custody');

/** Counts: owed by the house, going on, and with differences that wait to be settled. */
export function Counts() {
  const navigate = useNavigate();
  const search = route.useSearch();
  const query = countsQueryOf(search);
  const pages = usePages<Count>('custody-counts', { about: ['custody_count', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="custody-counts"
      label={t('custody.view_counts')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: `/custody/counts/${row.id}` })}
      filters={
        <FiltersAndTakeOut list="custody-counts" name={t('custody.view_counts')} query={query}>
          <Filters />
          <BeginButton />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('custody.counts_none')}>{t('custody.counts_none_why')}</EmptyState>}
    />
  );
}

/** What is counted, as the house calls it, else by its type. */
export function countWords({ name, kind, sort, begins }: Count): string {
  const what = name ? said(name) : kind ? said(kind.name) : t(`custody.sort_${sort}`);
  return begins ? `${what} · ${absoluteDay(begins)}` : what;
}

function StateOf({ row }: { row: Count }) {
  return <span className={row.late ? styles['wrong'] : undefined}>{t(`custody.count_state_${row.state}`)}</span>;
}

const progress = ({ counted, lines }: Count): string =>
  t('custody.count_progress', { counted: numberWords(counted), lines: numberWords(lines) });

const columns = (): Column<Count>[] => [
  {
    key: 'what',
    label: t('custody.count'),
    width: 'minmax(11rem, 1.6fr)',
    always: true,
    cell: (row) => <span className="subject">{countWords(row)}</span>,
  },
  {
    key: 'state',
    label: t('custody.state'),
    width: 'minmax(7rem, 1fr)',
    always: true,
    cell: (row) => <StateOf row={row} />,
  },
  { key: 'counted', label: t('custody.count_counted'), width: '6rem', cell: progress },
  {
    key: 'differences',
    label: t('custody.count_differences'),
    width: '6rem',
    cell: (row) => numberWords(row.differences),
  },
  { key: 'settled', label: t('custody.count_settled'), width: '6rem', cell: (row) => numberWords(row.settled) },
  { key: 'by', label: t('custody.count_by'), width: 'minmax(6rem, 0.8fr)', cell: (row) => row.begunBy?.name },
  {
    key: 'due',
    label: t('custody.count_due'),
    width: '8rem',
    cell: (row) => (row.dueAt ? <When at={row.dueAt} /> : null),
  },
];

function PhoneRow(row: Count) {
  return (
    <TwoLines subject={countWords(row)} beside={<StateOf row={row} />} facts={[progress(row), row.begunBy?.name]} />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('custody.view_counts')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'sort',
          t('custody.sort'),
          CUSTODY_SORTS.map((value) => ({ value, label: t(`custody.sort_${value}`) })),
        ),
        filter(
          'count',
          t('custody.state'),
          countStates.map((value) => ({ value, label: t(`custody.count_state_${value}`) })),
        ),
      ]}
    />
  );
}

function BeginButton() {
  const { can } = useCustodyKinds();
  const [opened, open] = useState(false);
  if (can['keep'] !== null) return null;
  return (
    <>
      <ActionButton
        label={t('custody.count_begin')}
        icon={IconListCheck}
        kind="primary"
        hotkey="n"
        onRun={() => open(true)}
      />
      <Dialog opened={opened} close={() => open(false)} title={t('custody.count_begin')}>
        <BeginForm />
      </Dialog>
    </>
  );
}

function BeginForm() {
  const navigate = useNavigate();
  const { items } = useCustodyKinds();
  const [id] = useState(() => newId<'custody_count'>(nowMs()));
  const draft = useDraftForm<{ sort: CustodySort; kind: string }, unknown>({
    subject: 'custody_count/new',
    initial: { sort: 'key', kind: '' },
    send: ({ sort, kind }, options) => api.post('custody-counts', { id, sort, ...(kind ? { kind } : {}) }, options),
    changes: () => ['custody_count'],
    done: () => {
      say(t('custody.count_begun'));
      void navigate({ to: `/custody/counts/${id}` });
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('custody.count_begin')}>
      <NativeSelect
        label={t('custody.count_of')}
        data={CUSTODY_SORTS.map((value) => ({ value, label: t(`custody.sort_${value}`) }))}
        value={form.values.sort}
        onChange={({ currentTarget: { value } }) => form.setValues({ sort: value as CustodySort, kind: '' })}
      />
      <NativeSelect
        label={t('custody.kind')}
        data={[
          { value: '', label: t('custody.count_all') },
          ...items
            .filter(({ sort }) => sort === form.values.sort)
            .map(({ key, name }) => ({ value: key, label: said(name) })),
        ]}
        {...form.getInputProps('kind')}
      />
    </FormFrame>
  );
}
