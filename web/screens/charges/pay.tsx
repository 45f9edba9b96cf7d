import { Checkbox, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { accountOut } from '../../../src/charge/view.ts';
import type { ReceiptLine } from '../../../src/charge/view-money.ts';
import { PAY_WAYS } from '../../../src/charge/states.ts';
import { moneyOf, moneyText } from '../../../src/kernel/money.ts';
import { CustomerPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absoluteDay, nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { beginsWords, LEDGER, moneyWords, stateWords, toneOf, wayWords } from './charge-words.ts';
import styles from './charges.module.css';
import { printReceipt } from './receipt-slip.tsx';

const route = getRouteApi('/inside/charges/pay');

type Account = z.output<typeof accountOut>;
type Taken = ReceiptLine & { currency: string };

/** At the counter: whose charges, how much, how; the receipt is there with the next key. */
export function TakePayment() {
  const { customer, name } = route.useSearch();
  const navigate = route.useNavigate();
  const [taken, took] = useState<Taken | null>(null);
  const read = useRead<Account>(`charge-accounts/${customer}`, { about: LEDGER, enabled: customer !== undefined });
  const label = read.data?.customer.name ?? name ?? '';
  return (
    <Page title={t('charges.pay')}>
      <div className={styles['counter']}>
        <CustomerPicker
          label={t('charges.pay_customer')}
          value={customer ? { id: customer, label } : null}
          onChange={(picked) => {
            took(null);
            void navigate({ search: picked ? { customer: picked.id, name: picked.label } : {} });
          }}
        />
        {taken ? <Issued receipt={taken} /> : null}
        {!customer ? <p className="dim">{t('charges.pay_choose')}</p> : null}
        {customer && read.isPending ? <LoadingLines count={6} /> : null}
        {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
        {customer && read.data ? (
          read.data.open > 0 ? (
            <PayForm key={`${customer} ${read.data.open}`} account={read.data} done={took} />
          ) : (
            <p>{t('charges.pay_nothing')}</p>
          )
        ) : null}
      </div>
    </Page>
  );
}

function Issued({ receipt }: { receipt: Taken }) {
  const { organisation } = useSession();
  const { number, amount, currency } = receipt;
  return (
    <Notice tone="run">
      <div className={styles['row']}>
        <strong>{t('charges.receipt_taken', { number, amount: moneyWords(amount, currency) })}</strong>
        <ActionButton
          label={t('charges.receipt_open')}
          icon={IconPrinter}
          hotkey="p"
          onRun={() => printReceipt(receipt, currency, organisation.name)}
        />
      </div>
    </Notice>
  );
}

type Values = { chosen: string[]; amount: string; way: (typeof PAY_WAYS)[number]; payer: string; reference: string };

function PayForm({ account, done }: { account: Account; done: (receipt: Taken) => void }) {
  const [id] = useState(() => newId<'charge_receipt'>(nowMs()));
  const { charges, currency, open, customer } = account;
  const draft = useDraftForm<Values, Taken>({
    subject: `charge_receipt/${customer.id}`,
    // an amount that nobody typed is what is open now
    version: 0,
    initial: { chosen: [], amount: moneyText(open), way: 'cash', payer: '', reference: '' },
    check: ({ amount }) => ({ amount: moneyOf(amount) ? null : t('charges.amount_wrong') }),
    send: ({ chosen, amount, ...values }, options) =>
      api.post(
        'charge-receipts',
        {
          id,
          customerId: customer.id,
          amount: moneyOf(amount),
          ...values,
          ...(chosen.length > 0 ? { chargeIds: chosen } : {}),
        },
        options,
      ),
    changes: () => [...LEDGER, 'ticket'],
    done,
  });
  const { form } = draft;
  const choose = (charge: string) => {
    const { chosen } = form.values;
    const next = chosen.includes(charge) ? chosen.filter((one) => one !== charge) : [...chosen, charge];
    const owed = charges.filter((one) => next.includes(one.id)).reduce((sum, one) => sum + one.open, 0);
    form.setValues({ chosen: next, amount: moneyText(next.length > 0 ? owed : open) });
  };
  return (
    <FormFrame draft={draft} submit={t('charges.pay_now')}>
      <TextInput
        label={t('charges.pay_amount')}
        description={t('charges.pay_all', { amount: moneyWords(open, currency) })}
        required
        inputMode="decimal"
        {...form.getInputProps('amount')}
      />
      <Choices
        label={t('charges.pay_way')}
        options={PAY_WAYS.map((value) => ({ value, label: wayWords(value) }))}
        value={form.values.way}
        onChange={(way) => way && form.setFieldValue('way', way)}
      />
      <div className={styles['pair']}>
        <TextInput label={t('charges.payer')} maxLength={120} {...form.getInputProps('payer')} />
        <TextInput label={t('charges.reference')} maxLength={120} {...form.getInputProps('reference')} />
      </div>
      <Section title={t('charges.account')} aside={t('charges.pay_which')}>
        <div className={styles['pick']}>
          {charges.map((one) => (
            <Checkbox
              key={one.id}
              checked={form.values.chosen.includes(one.id)}
              onChange={() => choose(one.id)}
              label={
                <>
                  {[said(one.item.name), one.place?.code, beginsWords(one.begins)].filter(Boolean).join(' · ')}{' '}
                  <strong>{moneyWords(one.open, currency)}</strong>{' '}
                  <span className={styles['state']} data-tone={toneOf(one.state)}>
                    {stateWords(one.state)}, {absoluteDay(one.dueDay)}
                  </span>
                </>
              }
            />
          ))}
        </div>
      </Section>
    </FormFrame>
  );
}
