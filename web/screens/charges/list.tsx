import { TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { ChargeLine, chargesOut } from '../../../src/charge/view.ts';
import { useDesk } from '../../matter/kinds.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { beginsWords, LEDGER, moneyWords, stateWords, toneOf, useCharging } from './charge-words.ts';
import styles from './charges.module.css';
import { chargesQueryOf, STATES } from './search.ts';

const route = getRouteApi('/inside/charges');

type Answer = z.output<typeof chargesOut>;

/** Every charge with how it stands, and the sums of what is shown. */
export function ChargeList() {
  const navigate = useNavigate();
  const query = chargesQueryOf(route.useSearch());
  const pages = usePages<ChargeLine, Answer>('charges', { about: LEDGER, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const first = pages.data?.pages[0];
  const currency = first?.currency ?? 'CNY';
  const shown = useMemo(() => columns(currency), [currency]);
  return (
    <div className={styles['fill']}>
      <p className={styles['sum']}>{first ? sumsWords(first) : ' '}</p>
      <List
        name="charges"
        label={t('charges.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={(row) => <PhoneRow row={row} currency={currency} />}
        open={(row) => void navigate({ to: `/charges/${row.id}` })}
        filters={
          <FiltersAndTakeOut list="charges" name={t('charges.title')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('charges.none')}>{t('charges.none_why')}</EmptyState>}
      />
    </div>
  );
}

function sumsWords({ sums, currency }: Answer): string {
  const money = (amount: number) => moneyWords(amount, currency);
  return t('charges.sum_of', {
    count: sums.charges,
    amount: money(sums.amount),
    paid: money(sums.paid),
    waived: money(sums.waived),
    open: money(sums.open),
  });
}

function State({ row }: { row: ChargeLine }) {
  return (
    <span className={styles['state']} data-tone={toneOf(row.state)}>
      {stateWords(row.state)}
    </span>
  );
}

const columns = (currency: string): Column<ChargeLine>[] => [
  {
    key: 'place',
    label: t('charges.place'),
    width: 'minmax(5rem, 0.6fr)',
    always: true,
    cell: (row) => row.place?.code,
  },
  {
    key: 'customer',
    label: t('charges.customer'),
    width: 'minmax(6rem, 1fr)',
    always: true,
    cell: (row) => row.customer.name,
  },
  { key: 'item', label: t('charges.item'), width: 'minmax(7rem, 1.2fr)', cell: (row) => said(row.item.name) },
  {
    key: 'amount',
    label: t('charges.amount'),
    width: '7rem',
    always: true,
    cell: (row) => <div className={styles['money']}>{moneyWords(row.amount, currency)}</div>,
  },
  {
    key: 'open',
    label: t('charges.open'),
    width: '7rem',
    cell: (row) => <div className={styles['money']}>{row.open > 0 ? moneyWords(row.open, currency) : ''}</div>,
  },
  { key: 'state', label: t('charges.state'), width: 'minmax(5rem, 0.6fr)', cell: (row) => <State row={row} /> },
  { key: 'due', label: t('charges.due'), width: '7.5rem', cell: (row) => absoluteDay(row.dueDay) },
  { key: 'period', label: t('charges.period'), width: '8rem', cell: (row) => beginsWords(row.begins) },
];

function PhoneRow({ row, currency }: { row: ChargeLine; currency: string }) {
  const facts = [row.place?.code ?? null, said(row.item.name), beginsWords(row.begins), absoluteDay(row.dueDay)];
  return (
    <TwoLines
      subject={row.customer.name}
      beside={
        <span>
          {moneyWords(row.open > 0 ? row.open : row.amount, currency)} <State row={row} />
        </span>
      }
      facts={facts}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useCharging();
  const set = (change: object) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const { departments } = useDesk();
  const filter = filtersOf({ item: search.item, state: search.state, department: search.department }, set);
  return (
    <div className={styles['row']}>
      <TextInput
        className={styles['find'] ?? ''}
        aria-label={t('charges.find')}
        placeholder={t('charges.find')}
        value={search.q ?? ''}
        onChange={(event) => set({ q: event.currentTarget.value || undefined })}
      />
      <FilterSentence
        subject={t('charges.view_charges')}
        filters={[
          filter(
            'state',
            t('charges.state'),
            STATES.map((value) => ({ value, label: t(`charges.state_${value}`) })),
          ),
          filter(
            'item',
            t('charges.item'),
            (data?.charging?.items ?? []).map(({ key, name }) => ({ value: key, label: said(name) })),
          ),
          filter(
            'department',
            t('charges.department'),
            departments.map(({ id, name }) => ({ value: id, label: said(name) })),
          ),
        ]}
      />
    </div>
  );
}
