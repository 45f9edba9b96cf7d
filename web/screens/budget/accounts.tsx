import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ACCOUNT_STATES } from '../../../src/accounts/accounts.ts';
import { periodOptions } from '../../matter/periods.ts';
import { stretchWords } from '../../matter/stretch.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { moneyWords } from '../../ui/money.ts';
import { EmptyState } from '../../ui/states.tsx';
import { absolute, dateOf } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { SendIn } from '../exchange/send-in.tsx';
import type { AccountsLine } from './budget-data.ts';
import { accountsStateWords } from './budget-words.ts';
import styles from './budget.module.css';
import { OpenAccountsForm } from './open-accounts.tsx';
import { accountsQueryOf } from './search.ts';

const route = getRouteApi('/inside/budget');

/** Every period of income and expenditure, the newest first: what is owed, what waits, what owners were told. */
export function AccountsList() {
  const navigate = useNavigate();
  const supplies = useRight('finance.supply');
  const [opening, open] = useState(false);
  const query = accountsQueryOf(route.useSearch());
  const pages = usePages<AccountsLine>('accounts', { about: ['accounts', 'commitment'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const begin = supplies ? (
    <ActionButton label={t('accounts.open')} icon={IconPlus} hotkey="n" onRun={() => open(true)} />
  ) : null;
  return (
    <>
      <List
        name="accounts"
        label={t('budget.view_accounts')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: `/budget/accounts/${row.id}` as never })}
        filters={
          <FiltersAndTakeOut list="accounts" name={t('budget.view_accounts')} query={query}>
            <div className={styles['bar']}>
              <Filters />
              <SendIn list="account-lines" name={t('budget.view_accounts')} />
              {begin}
            </div>
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={
          <EmptyState title={t('accounts.none')} action={begin}>
            {t('accounts.none_why')}
          </EmptyState>
        }
      />
      <Dialog opened={opening} close={() => open(false)} title={t('accounts.open')}>
        <OpenAccountsForm />
      </Dialog>
    </>
  );
}

function columns(): Column<AccountsLine>[] {
  const money = (amount: number, { currency }: AccountsLine) => (
    <span className={styles['amount']}>{moneyWords(amount, currency)}</span>
  );
  return [
    {
      key: 'period',
      label: t('accounts.period'),
      width: 'minmax(8rem, 1fr)',
      always: true,
      cell: (row) => <span className="subject">{periodOf(row)}</span>,
    },
    {
      key: 'state',
      label: t('budget.state'),
      width: 'minmax(7rem, 0.9fr)',
      always: true,
      cell: (row) => accountsStateWords(row.state),
    },
    {
      key: 'income',
      label: t('accounts.income'),
      width: 'minmax(8rem, 0.8fr)',
      cell: (row) => money(row.totals.income, row),
    },
    {
      key: 'expenditure',
      label: t('accounts.expenditure'),
      width: 'minmax(8rem, 0.8fr)',
      cell: (row) => money(row.totals.expenditure, row),
    },
    {
      key: 'result',
      label: t('accounts.result'),
      width: 'minmax(8rem, 0.8fr)',
      cell: (row) => money(row.totals.result, row),
    },
    {
      key: 'when',
      label: t('accounts.published'),
      width: 'minmax(9rem, 1fr)',
      cell: (row) => (row.publishedAt ? `${dateOf(row.publishedAt)} · ${row.publishedBy?.name ?? ''}` : null),
    },
    {
      key: 'due',
      label: t('budget.due'),
      width: 'minmax(8rem, 0.8fr)',
      cell: (row) => (row.dueAt ? absolute(row.dueAt) : null),
    },
  ];
}

function periodOf({ period, begins, version }: AccountsLine): string {
  const words = stretchWords(period, begins);
  return version === 1 ? words : t('accounts.version_of', { period: words, n: version });
}

function PhoneRow(row: AccountsLine) {
  const facts = [accountsStateWords(row.state), row.dueAt ? absolute(row.dueAt) : ''].filter(Boolean);
  return <TwoLines subject={periodOf(row)} beside={moneyWords(row.totals.result, row.currency)} facts={facts} />;
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filtersOf(search, (to) => void navigate({ search: (before) => ({ ...before, ...to }) }));
  return (
    <FilterSentence
      subject={t('budget.view_accounts')}
      filters={[
        filter(
          'accountState',
          t('budget.state'),
          ACCOUNT_STATES.map((value) => ({ value, label: accountsStateWords(value) })),
        ),
        filter('period', t('period.filter'), periodOptions()),
      ]}
    />
  );
}
