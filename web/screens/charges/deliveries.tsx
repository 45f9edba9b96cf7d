import { TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { moneyOf, moneyText } from '../../../src/kernel/money.ts';
import type { deliveriesOut, DeliveryLine } from '../../../src/charge/view-money.ts';
import { PeriodFilter } from '../../matter/period-filter.tsx';
import { spanOf } from '../../matter/periods.ts';
import { stretchWords } from '../../matter/stretch.ts';
import { api } from '../../server/api.ts';
import { usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Pages } from '../../ui/list/pages.tsx';
import { Facts } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { LEDGER, moneyWords, wayWords } from './charge-words.ts';
import styles from './charges.module.css';

const route = getRouteApi('/inside/charges');

type Answer = z.output<typeof deliveriesOut>;
type Doing = { row: DeliveryLine; act: 'deliver' | 'confirm' };

/** The money of each week on its way to finance (AGCY-03). */
export function Deliveries() {
  const { period } = route.useSearch();
  const move = route.useNavigate();
  const query = spanOf(period);
  const pages = usePages<DeliveryLine, Answer>('charge-deliveries', { about: LEDGER, query });
  const currency = pages.data?.pages[0]?.currency ?? 'CNY';
  const [doing, act] = useState<Doing | null>(null);
  return (
    <div className={styles['read']}>
      <FiltersAndTakeOut list="charge-deliveries" name={t('charges.view_deliveries')} query={query}>
        <PeriodFilter
          subject={t('charges.view_deliveries')}
          period={period}
          set={(value) => void move({ search: (before) => ({ ...before, period: value }) })}
        />
      </FiltersAndTakeOut>
      <Pages
        read={pages}
        none={<EmptyState title={t('charges.deliveries_none')}>{t('charges.deliveries_none_why')}</EmptyState>}
      >
        {(rows) => <Lines rows={rows} currency={currency} act={act} />}
      </Pages>
      <Dialog
        opened={doing !== null}
        close={() => act(null)}
        title={doing ? t(doing.act === 'deliver' ? 'charges.deliver_title' : 'charges.confirm_title') : ''}
      >
        {doing ? <HandOver {...doing} currency={currency} close={() => act(null)} /> : null}
      </Dialog>
    </div>
  );
}

type LinesProps = { rows: readonly DeliveryLine[]; currency: string; act: (doing: Doing) => void };

function Lines({ rows, currency, act }: LinesProps) {
  const money = (amount: number) => moneyWords(amount, currency);
  const said = (amount: number | null, because: string | null, who: string | undefined, at: string | null) =>
    amount === null ? null : (
      <div>
        {money(amount)} <span className="dim">{[who, at ? absolute(at) : null].filter(Boolean).join(' · ')}</span>
        {because ? <div className={styles['state']}>{because}</div> : null}
      </div>
    );
  return (
    <Table
      label={t('charges.view_deliveries')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'period', label: t('charges.period'), cell: (row) => stretchWords(row.period, row.begins) },
        {
          key: 'state',
          label: t('charges.delivery_state'),
          cell: (row) => (
            <span>
              {t(`charges.delivery_${row.state}`)} {row.dueAt ? <When at={row.dueAt} className="dim" /> : null}
            </span>
          ),
        },
        {
          key: 'computed',
          label: t('charges.computed'),
          cell: (row) => (
            <span>
              {money(row.computed)}{' '}
              <span className="dim">
                {row.byWay.map(({ way, amount }) => `${wayWords(way)} ${money(amount)}`).join(' · ')}
              </span>
            </span>
          ),
        },
        {
          key: 'handed',
          label: t('charges.handed'),
          cell: (row) => said(row.amount, row.because, row.deliveredBy?.name, row.deliveredAt),
        },
        {
          key: 'received',
          label: t('charges.received'),
          cell: (row) => said(row.received, row.receivedBecause, row.receivedBy?.name, row.receivedAt),
        },
        {
          key: 'ledger',
          label: t('charges.ledger'),
          cell: ({ ledger: { billed, paid, open } }) =>
            t('charges.ledger_of', { billed: money(billed), paid: money(paid), open: money(open) }),
        },
        {
          key: 'acts',
          label: t('charges.deliver'),
          acts: true,
          cell: (row) => <HandOverButton row={row} act={act} />,
        },
      ]}
    />
  );
}

function HandOverButton({ row, act }: { row: DeliveryLine; act: (doing: Doing) => void }) {
  if (row.state !== 'to_deliver' && row.state !== 'to_confirm') return null;
  const next = row.state === 'to_deliver' ? 'deliver' : 'confirm';
  return (
    <ActionButton label={t(`charges.${next}`)} can={row.can} action={next} onRun={() => act({ row, act: next })} />
  );
}

/** What was handed over, or received; the amount that is expected stands there, and another one is explained. */
function HandOver({ row, act, currency, close }: Doing & { currency: string; close: () => void }) {
  const expected = act === 'deliver' ? row.computed : (row.amount ?? 0);
  const draft = useDraftForm<{ amount: string; because: string }, unknown>({
    subject: `charge-delivery/${row.id}/${act}`,
    initial: { amount: moneyText(Math.max(0, expected)), because: '' },
    check: ({ amount, because }) => ({
      amount: moneyOf(amount) === null ? t('charges.amount_wrong') : null,
      because: moneyOf(amount) !== expected && !because.trim() ? t('charges.needed') : null,
    }),
    send: ({ amount, because }, options) =>
      api.post(
        `charge-deliveries/${row.id}/${act}`,
        { [act === 'deliver' ? 'amount' : 'received']: moneyOf(amount), because: because.trim() },
        options,
      ),
    changes: () => [...LEDGER],
    done: () => {
      say(t(act === 'deliver' ? 'charges.delivered_now' : 'charges.confirmed_now'));
      close();
    },
  });
  const { form } = draft;
  return (
    <>
      <Facts
        lines={[
          { label: t('charges.period'), value: stretchWords(row.period, row.begins) },
          {
            label: t(act === 'deliver' ? 'charges.computed' : 'charges.handed'),
            value: moneyWords(expected, currency),
          },
        ]}
      />
      <FormFrame draft={draft} submit={t(`charges.${act}`)}>
        <TextInput
          label={t(act === 'deliver' ? 'charges.handed' : 'charges.received')}
          required
          inputMode="decimal"
          {...form.getInputProps('amount')}
        />
        <TextInput label={t('charges.because')} maxLength={500} {...form.getInputProps('because')} />
      </FormFrame>
    </>
  );
}
