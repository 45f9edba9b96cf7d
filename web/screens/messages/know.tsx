import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CustomerPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';

type KnowProps = { conversation: ConversationView; close: () => void };

const changes = (id: string) => () => [...changedBy(id), 'customer'] as const;

/** A customer on file: his address joins his record, so that he is known next time. */
export function PickCustomer({ conversation: { id, customer }, close }: KnowProps) {
  const draft = useDraftForm({
    subject: null,
    initial: { customer: null as Picked | null, keepAddress: true },
    check: (values) => ({ customer: values.customer ? null : t('messages.pick_needed') }),
    send: ({ customer: picked, keepAddress }, options) =>
      api.post(`conversations/${id}/customer`, { customerId: picked!.id, keepAddress }, options),
    changes: changes(id),
    done: (_, { customer: picked }) => {
      say(t('messages.known_now', { name: picked?.label ?? '' }));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={customer ? t('messages.not_him') : t('messages.it_is')}>
      <CustomerPicker
        label={t('messages.pick_customer')}
        value={form.values.customer}
        onChange={(picked) => form.setFieldValue('customer', picked)}
        error={form.errors['customer']}
      />
      <Checkbox
        size="md"
        label={t('messages.keep_address')}
        {...form.getInputProps('keepAddress', { type: 'checkbox' })}
      />
    </FormFrame>
  );
}

/** Somebody new: as he calls himself, with the address he writes from. */
export function AddCustomer({ conversation: { id, correspondent }, close }: KnowProps) {
  const [customerId] = useState(() => newId<'customer'>(nowMs()));
  const draft = useDraftForm({
    subject: `conversation/${id}/customer`,
    initial: { name: correspondent.name, phone: '' },
    check: ({ name }) => ({ name: name.trim() ? null : t('messages.name_needed') }),
    send: async ({ name, phone }, { key }) => {
      const numbers = phone.trim() ? [{ number: phone.trim() }] : [];
      const person = { id: customerId, name: name.trim(), phones: numbers };
      await api.post('customers', { ...person, emails: [{ address: correspondent.address }] }, { key });
      await api.post(`conversations/${id}/customer`, { customerId }, { key: `${key}-1` });
    },
    changes: changes(id),
    done: (_, { name }) => {
      say(t('messages.known_now', { name: name.trim() }));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('messages.add_customer')}>
      <TextInput label={t('messages.customer_name')} required maxLength={100} {...form.getInputProps('name')} />
      <TextInput label={t('messages.customer_phone')} type="tel" {...form.getInputProps('phone')} />
    </FormFrame>
  );
}
