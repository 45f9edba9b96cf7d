import { TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCash, IconDiscount } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { chargePageOut } from '../../../src/charge/view.ts';
import { moneyOf } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { beginsWords, LEDGER, moneyWords, reckoningWords, stateWords } from './charge-words.ts';
import { standardWords } from './items.tsx';

type Answer = z.output<typeof chargePageOut>;

/** One charge: how it came about, by which standard, and every entry that settled it. */
export function OneCharge() {
  const { id } = useParams({ from: '/inside/charges/$id' });
  const { data, error, refetch } = useRead<Answer>(`charges/${id}`, { about: LEDGER });
  if (!data)
    return (
      <Page title={t('charges.title')}>
        {error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={10} />}
      </Page>
    );
  return (
    <Page title={said(data.item.name)} aside={stateWords(data.state)} actions={<Acts charge={data} />}>
      <Facts lines={factsOf(data)} />
      <Section title={t('charges.entries')}>
        {data.settlements.length === 0 ? <p className="dim">{t('charges.entries_none')}</p> : <Entries charge={data} />}
      </Section>
    </Page>
  );
}

function factsOf(charge: Answer) {
  const { customer, place, ticket, currency, runId } = charge;
  const money = (amount: number) => moneyWords(amount, currency);
  return [
    { label: t('charges.customer'), value: <Go to={`/customers/${customer.id}`}>{customer.name}</Go> },
    { label: t('charges.place'), value: place ? <Go to={`/places/${place.id}`}>{place.code}</Go> : null },
    { label: t('charges.period'), value: beginsWords(charge.begins) },
    { label: t('charges.due'), value: absoluteDay(charge.dueDay) },
    { label: t('charges.amount'), value: money(charge.amount) },
    { label: t('charges.reckoning'), value: reckoningWords(charge, currency) },
    { label: t('charges.standard'), value: standardWords(charge) },
    { label: t('charges.paid'), value: charge.paid ? money(charge.paid) : null },
    { label: t('charges.waived'), value: charge.waived ? money(charge.waived) : null },
    { label: t('charges.open'), value: charge.open > 0 ? money(charge.open) : null },
    {
      label: t('charges.ticket'),
      value: ticket ? <Go to={`/tickets/${ticket.id}`}>{`${ticket.number} ${ticket.title}`}</Go> : null,
    },
    { label: t('charges.note'), value: charge.note },
    {
      label: t('charges.by'),
      value: runId ? (
        <Go to={`/charges/runs/${runId}`}>{`${charge.by?.name ?? ''} · ${absolute(charge.at)}`}</Go>
      ) : (
        `${charge.by?.name ?? ''} · ${absolute(charge.at)}`
      ),
    },
  ];
}

function Entries({ charge: { settlements, currency } }: { charge: Answer }) {
  return (
    <Table
      label={t('charges.entries')}
      rows={settlements}
      rowId={(row) => row.id}
      columns={[
        { key: 'at', label: t('charges.when'), cell: (row) => absolute(row.at) },
        { key: 'sort', label: t('charges.state'), cell: (row) => t(`charges.entry_${row.sort}`) },
        { key: 'amount', label: t('charges.amount'), number: true, cell: (row) => moneyWords(row.amount, currency) },
        { key: 'receipt', label: t('charges.number'), cell: (row) => row.receipt?.number },
        { key: 'reason', label: t('charges.why'), cell: (row) => row.reason },
        { key: 'by', label: t('charges.by'), cell: (row) => row.by?.name },
      ]}
    />
  );
}

function Acts({ charge }: { charge: Answer }) {
  const navigate = useNavigate();
  const [asking, ask] = useState<'waive' | 'reverse' | null>(null);
  const [amount, setAmount] = useState('');
  const write = useWrite<string, unknown>({
    send: (reason, options) => {
      const part = asking === 'waive' && amount.trim() !== '' ? { amount: moneyOf(amount) } : {};
      return api.post(`charges/${charge.id}/${asking}`, { reason, ...part }, options);
    },
    changes: () => [...LEDGER, 'ticket'],
    done: () => {
      say(t(asking === 'waive' ? 'charges.waived_now' : 'charges.reversed_now'));
      ask(null);
    },
  });
  const { can, customer } = charge;
  return (
    <>
      <ActionButton
        label={t('charges.waive')}
        icon={IconDiscount}
        kind="quiet"
        can={can}
        action="waive"
        onRun={() => ask('waive')}
      />
      <ActionButton
        label={t('charges.reverse')}
        icon={IconArrowBackUp}
        kind="quiet"
        can={can}
        action="reverse"
        onRun={() => ask('reverse')}
      />
      <ActionButton
        label={t('charges.pay')}
        icon={IconCash}
        kind="primary"
        can={can}
        action="receive"
        onRun={() => void navigate({ to: '/charges/pay', search: { customer: customer.id, name: customer.name } })}
      />
      <AskWhy
        opened={asking !== null}
        close={() => ask(null)}
        title={asking ? t(`charges.${asking}`) : ''}
        act={asking ? t(`charges.${asking}`) : ''}
        label={t('charges.why')}
        danger={asking === 'reverse'}
        busy={write.busy}
        run={(why) => void write.run(why)}
      >
        {asking === 'reverse' ? <p>{t('charges.reverse_why')}</p> : null}
        {asking === 'waive' ? (
          <TextInput
            label={t('charges.waive_amount')}
            inputMode="decimal"
            value={amount}
            error={amount.trim() === '' || moneyOf(amount) ? null : t('charges.amount_wrong')}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        ) : null}
      </AskWhy>
    </>
  );
}
