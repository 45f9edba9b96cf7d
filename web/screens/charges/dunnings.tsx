import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { DunningLine, dunningsOut } from '../../../src/charge/view-dunning.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay, listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { LEDGER, moneyWords } from './charge-words.ts';
import styles from './charges.module.css';
import { stepWords } from './dunning-words.ts';

const route = getRouteApi('/inside/charges');

type Answer = z.output<typeof dunningsOut>;

/** Who is overdue, since when, and what comes next. */
export function Dunnings() {
  const navigate = useNavigate();
  const { ended, period } = route.useSearch();
  const query = { open: ended !== 'true', ...spanOf(period) };
  const pages = usePages<DunningLine, Answer>('dunnings', { about: LEDGER, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const first = pages.data?.pages[0];
  const currency = first?.currency ?? 'CNY';
  const shown = useMemo(() => columns(currency), [currency]);
  return (
    <div className={styles['fill']}>
      <p className={styles['sum']}>
        {first
          ? t('charges.dunning_sum', {
              count: first.sums.customers,
              amount: moneyWords(first.sums.overdue, currency),
            })
          : ' '}
      </p>
      <List
        name="dunnings"
        label={t('charges.view_dunning')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={(row) => (
          <TwoLines
            subject={row.customer.name}
            beside={moneyWords(row.overdue, currency)}
            facts={[listWords(row.places), row.lastStep ? stepWords(row.lastStep) : null, nextWords(row)]}
          />
        )}
        open={(row) => void navigate({ to: `/charges/dunning/${row.id}` })}
        filters={
          <FiltersAndTakeOut list="dunnings" name={t('charges.view_dunning')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('charges.dunning_none')}>{t('charges.dunning_none_why')}</EmptyState>}
      />
    </div>
  );
}

function nextWords({ nextDay, closedAt }: DunningLine): string {
  if (closedAt) return t('charges.followed_ended');
  return nextDay ? absoluteDay(nextDay) : t('charges.next_now');
}

const columns = (currency: string): Column<DunningLine>[] => [
  {
    key: 'customer',
    label: t('charges.customer'),
    width: 'minmax(6rem, 1fr)',
    always: true,
    cell: (row) => row.customer.name,
  },
  { key: 'places', label: t('charges.place'), width: 'minmax(5rem, 0.8fr)', cell: (row) => listWords(row.places) },
  {
    key: 'overdue',
    label: t('charges.overdue'),
    width: '8rem',
    always: true,
    cell: (row) => <div className={styles['money']}>{moneyWords(row.overdue, currency)}</div>,
  },
  {
    key: 'since',
    label: t('charges.since'),
    width: '8rem',
    cell: (row) => (row.since ? absoluteDay(row.since) : null),
  },
  { key: 'steps', label: t('charges.steps'), width: '5rem', cell: (row) => row.steps || null },
  {
    key: 'last',
    label: t('charges.last_step'),
    width: 'minmax(9rem, 1.2fr)',
    cell: (row) => (row.lastStep ? stepWords(row.lastStep) : null),
  },
  { key: 'next', label: t('charges.next_day'), width: '8rem', cell: nextWords },
  {
    key: 'due',
    label: t('charges.step_due'),
    width: '9rem',
    cell: (row) => (row.dueAt ? <When at={row.dueAt} /> : null),
  },
];

function Filters() {
  const { ended, period } = route.useSearch();
  const navigate = route.useNavigate();
  const one = filtersOf(
    { ended, period },
    (change) => void navigate({ search: (before) => ({ ...before, ...change }) }),
  );
  return (
    <FilterSentence
      subject={t('charges.view_dunning')}
      filters={[
        one('ended', t('charges.followed'), [{ value: 'true', label: t('charges.followed_ended') }]),
        one('period', t('period.filter'), periodOptions()),
      ]}
    />
  );
}
