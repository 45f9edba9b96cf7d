import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { RunLine, runsOut } from '../../../src/charge/view-runs.ts';
import { PeriodFilter } from '../../matter/period-filter.tsx';
import { spanOf } from '../../matter/periods.ts';
import { stretchWords } from '../../matter/stretch.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { LEDGER, moneyWords } from './charge-words.ts';
import styles from './charges.module.css';

const route = getRouteApi('/inside/charges');

/** Periods that were billed, with what came in. */
export function Runs() {
  const navigate = useNavigate();
  const { period } = route.useSearch();
  const move = route.useNavigate();
  const query = spanOf(period);
  const pages = usePages<RunLine, z.output<typeof runsOut>>('charge-runs', { about: LEDGER, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const currency = pages.data?.pages[0]?.currency ?? 'CNY';
  const shown = useMemo(() => columns(currency), [currency]);
  return (
    <List
      name="charge-runs"
      label={t('charges.view_runs')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={(row) => (
        <TwoLines
          subject={runTitle(row)}
          beside={moneyWords(row.amount, currency)}
          facts={[told(row), row.revokedAt ? t('charges.revoked') : null]}
        />
      )}
      open={(row) => void navigate({ to: `/charges/runs/${row.id}` })}
      filters={
        <FiltersAndTakeOut list="charge-runs" name={t('charges.view_runs')} query={query}>
          <PeriodFilter
            subject={t('charges.view_runs')}
            period={period}
            set={(value) => void move({ search: (before) => ({ ...before, period: value }) })}
          />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('charges.runs_none')}>{t('charges.runs_none_why')}</EmptyState>}
    />
  );
}

export const runTitle = ({ item, period, begins }: Pick<RunLine, 'item' | 'period' | 'begins'>): string =>
  t('charges.run_title', { item: said(item.name), period: stretchWords(period, begins) });

/** How many of its customers were told. */
export function told({ told: counts }: Pick<RunLine, 'told'>): string {
  const done = counts.written + counts.printed;
  return t('charges.progress', { done, all: done + counts.waiting + counts.to_print });
}

const columns = (currency: string): Column<RunLine>[] => {
  const money = (amount: number) => <div className={styles['money']}>{moneyWords(amount, currency)}</div>;
  return [
    { key: 'run', label: t('charges.view_runs'), width: 'minmax(11rem, 1.6fr)', always: true, cell: runTitle },
    { key: 'charges', label: t('charges.charges_count'), width: '5rem', cell: (row) => row.charges },
    { key: 'amount', label: t('charges.amount'), width: '8rem', always: true, cell: (row) => money(row.amount) },
    { key: 'open', label: t('charges.open'), width: '8rem', cell: (row) => money(row.open) },
    { key: 'due', label: t('charges.due'), width: '8rem', cell: (row) => absoluteDay(row.dueDay) },
    {
      key: 'told',
      label: t('charges.told'),
      width: 'minmax(7rem, 0.8fr)',
      cell: (row) => (row.revokedAt ? t('charges.revoked') : told(row)),
    },
    { key: 'at', label: t('charges.when'), width: '9rem', cell: (row) => <When at={row.at} /> },
    { key: 'by', label: t('charges.by'), width: 'minmax(5rem, 0.6fr)', cell: (row) => row.by.name },
  ];
};
