import { IconArrowBackUp, IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { PAY_WAYS } from '../../../src/charge/states.ts';
import type { ReceiptLine, receiptsOut } from '../../../src/charge/view-money.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { api } from '../../server/api.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column, RowAction } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { LEDGER, moneyWords, wayWords } from './charge-words.ts';
import styles from './charges.module.css';
import { printReceipt } from './receipt-slip.tsx';
import { receiptsQueryOf } from './search.ts';
import { useSession } from '../../session/session.ts';

const route = getRouteApi('/inside/charges');

type Answer = z.output<typeof receiptsOut>;

/** What was taken, by whom and how, and whether it went to finance. */
export function Receipts() {
  const query = receiptsQueryOf(route.useSearch());
  const pages = usePages<ReceiptLine, Answer>('charge-receipts', { about: LEDGER, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const first = pages.data?.pages[0];
  const currency = first?.currency ?? 'CNY';
  const shown = useMemo(() => columns(currency), [currency]);
  const [reversing, reverse] = useState<ReceiptLine | null>(null);
  const { organisation } = useSession();
  const actions: RowAction<ReceiptLine>[] = [
    {
      key: 'print',
      label: t('charges.receipt_open'),
      icon: IconPrinter,
      single: true,
      run: ([row]) => printReceipt(row!, currency, organisation.name),
    },
    {
      key: 'reverse',
      label: t('charges.reverse_receipt'),
      icon: IconArrowBackUp,
      single: true,
      can: (row) => row.can,
      run: ([row]) => reverse(row!),
    },
  ];
  return (
    <div className={styles['fill']}>
      <p className={styles['sum']}>{first ? sumsWords(first) : ' '}</p>
      <List
        name="charge-receipts"
        label={t('charges.view_receipts')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={(row) => (
          <TwoLines
            subject={row.customer.name}
            beside={moneyWords(row.amount, currency)}
            facts={[
              row.number,
              wayWords(row.way),
              row.takenBy.name,
              row.reversedAt ? t('charges.state_reversed') : null,
            ]}
          />
        )}
        open={(row) => printReceipt(row, currency, organisation.name)}
        actions={actions}
        filters={
          <FiltersAndTakeOut list="charge-receipts" name={t('charges.view_receipts')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('charges.receipts_none')}>{t('charges.receipts_none_why')}</EmptyState>}
      />
      <ReverseReceipt receipt={reversing} close={() => reverse(null)} />
    </div>
  );
}

function sumsWords({ sums, currency }: Answer): string {
  const parts = [
    ...sums.byWay.map(({ way, amount }) => `${wayWords(way)} ${moneyWords(amount, currency)}`),
    ...sums.byPerson.map(({ person, amount }) => `${person.name} ${moneyWords(amount, currency)}`),
  ];
  return [t('charges.taken_sum', { amount: moneyWords(sums.amount, currency) }), ...parts].join(' · ');
}

function ReverseReceipt({ receipt, close }: { receipt: ReceiptLine | null; close: () => void }) {
  const write = useWrite<string, unknown>({
    send: (reason, options) => api.post(`charge-receipts/${receipt!.id}/reverse`, { reason }, options),
    changes: () => [...LEDGER],
    done: () => {
      say(t('charges.reversed_now'));
      close();
    },
  });
  return (
    <AskWhy
      opened={receipt !== null}
      close={close}
      title={receipt ? t('charges.receipt', { number: receipt.number }) : ''}
      act={t('charges.reverse_receipt')}
      label={t('charges.why')}
      danger
      busy={write.busy}
      run={(why) => void write.run(why)}
    >
      <p>{t('charges.reverse_receipt_why')}</p>
    </AskWhy>
  );
}

const columns = (currency: string): Column<ReceiptLine>[] => [
  { key: 'number', label: t('charges.number'), width: '8rem', always: true, cell: (row) => row.number },
  {
    key: 'customer',
    label: t('charges.customer'),
    width: 'minmax(6rem, 1fr)',
    always: true,
    cell: (row) => row.customer.name,
  },
  {
    key: 'amount',
    label: t('charges.amount'),
    width: '8rem',
    always: true,
    cell: (row) => <div className={styles['money']}>{moneyWords(row.amount, currency)}</div>,
  },
  { key: 'way', label: t('charges.pay_way'), width: '7rem', cell: (row) => wayWords(row.way) },
  { key: 'at', label: t('charges.when'), width: '9rem', cell: (row) => <When at={row.at} /> },
  { key: 'by', label: t('charges.taken_by'), width: 'minmax(5rem, 0.6fr)', cell: (row) => row.takenBy.name },
  {
    key: 'delivered',
    label: t('charges.delivered'),
    width: 'minmax(6rem, 0.7fr)',
    cell: (row) => {
      if (row.reversedAt) return <span className="dim">{t('charges.state_reversed')}</span>;
      return row.deliveredIn ? t('charges.delivered_only') : t('charges.undelivered');
    },
  },
];

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const { way, takenBy, delivered, period } = search;
  const one = filtersOf(
    { way, takenBy, delivered, period },
    (change) => void navigate({ search: (before) => ({ ...before, ...change }) }),
  );
  return (
    <FilterSentence
      subject={t('charges.view_receipts')}
      filters={[
        one('period', t('period.filter'), periodOptions()),
        one('takenBy', t('charges.taken_by'), peopleOptions(people)),
        one(
          'way',
          t('charges.pay_way'),
          PAY_WAYS.map((value) => ({ value, label: wayWords(value) })),
        ),
        one('delivered', t('charges.delivered'), [
          { value: 'false', label: t('charges.undelivered') },
          { value: 'true', label: t('charges.delivered_only') },
        ]),
      ]}
    />
  );
}
