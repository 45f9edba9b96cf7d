import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Charging } from '../../../src/charge/items.ts';
import { moneyOf } from '../../../src/kernel/money.ts';
import { CustomerPicker, TicketPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { LEDGER } from './charge-words.ts';

type Values = {
  customer: Picked | null;
  ticket: Picked | null;
  item: string;
  quantity: string;
  amount: string;
  note: string;
};
type Props = { charging: Charging; close: () => void; order?: { id: string; item: string | undefined } };

/** A customer is charged for one thing: a permit, a deposit, the works of a matter, a finished work order. */
export function NewCharge({ charging, close, order }: Props) {
  const [id] = useState(() => newId<'charge'>(nowMs()));
  const items = charging.items.filter((item) => item.on);
  const first = items.find((item) => item.basis === 'piece') ?? items[0];
  const draft = useDraftForm<Values, unknown>({
    subject: order ? `charge/order/${order.id}` : 'charge/new',
    initial: {
      customer: null,
      ticket: null,
      item: order?.item ?? first?.key ?? '',
      quantity: '1',
      amount: '',
      note: '',
    },
    check: ({ customer, ticket, quantity, amount }) => ({
      customer: order || customer || ticket ? null : t('charges.needed'),
      quantity: /^[1-9]\d{0,3}$/.test(quantity.trim()) ? null : t('charges.needed'),
      amount: amount.trim() === '' || moneyOf(amount) ? null : t('charges.amount_wrong'),
    }),
    send: ({ customer, ticket, quantity, amount, ...values }, options) =>
      api.post(
        'charges',
        {
          id,
          ...values,
          quantity: Number(quantity),
          ...(amount.trim() === '' ? {} : { amount: moneyOf(amount) }),
          ...(customer ? { customerId: customer.id } : {}),
          ...(ticket ? { ticketId: ticket.id } : {}),
          ...(order ? { workOrderId: order.id } : {}),
        },
        options,
      ),
    changes: () => [...LEDGER, 'ticket'],
    done: () => {
      say(t('charges.charged_now'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('charges.charge_now')}>
      {order ? null : (
        <>
          <CustomerPicker
            label={t('charges.customer')}
            value={form.values.customer}
            onChange={(customer) => form.setFieldValue('customer', customer)}
            error={form.errors['customer']}
          />
          <TicketPicker
            label={t('charges.ticket')}
            except=""
            value={form.values.ticket}
            onChange={(ticket) => form.setFieldValue('ticket', ticket)}
          />
        </>
      )}
      <NativeSelect
        label={t('charges.item')}
        data={items.map(({ key, name }) => ({ value: key, label: said(name) }))}
        {...form.getInputProps('item')}
      />
      <TextInput label={t('charges.quantity')} inputMode="numeric" {...form.getInputProps('quantity')} />
      <TextInput label={t('charges.piece_amount')} inputMode="decimal" {...form.getInputProps('amount')} />
      <Textarea label={t('charges.note')} autosize minRows={1} maxLength={500} {...form.getInputProps('note')} />
    </FormFrame>
  );
}
