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

export type KnowProps = { conversation: ConversationView; close: () => void };
type PickProps = KnowProps & { memberId?: string };

const changes = (id: string) => () => [...changedBy(id), 'customer'] as const;

/** A customer on file: his address joins his record, so that he is known next time. */
export function PickCustomer({ conversation: { id, customer, channel }, close, memberId }: PickProps) {
  const draft = useDraftForm({
    subject: `conversation/${id}/customer/${memberId ?? 'itself'}`,
    initial: { customer: null as Picked | null, keepAddress: true },
    check: (values) => ({ customer: values.customer ? null : t('messages.pick_needed') }),
    send: ({ customer: picked, keepAddress }, options) =>
      api.post(`conversations/${id}/customer`, bodyOf(picked!.id, keepAddress, memberId), options),
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
      {memberId ? null : (
        <Checkbox
          size="md"
          label={t(channel.kind === 'mail' ? 'messages.keep_address' : 'messages.keep_known')}
          {...form.getInputProps('keepAddress', { type: 'checkbox' })}
        />
      )}
    </FormFrame>
  );
}

const bodyOf = (customerId: string, keepAddress: boolean, memberId: string | undefined) => ({
  customerId,
  keepAddress,
  ...(memberId ? { memberId } : {}),
});

/** Somebody new: as he calls himself, with the address he writes from. */
export function AddCustomer({ conversation: { id, correspondent, channel }, close }: KnowProps) {
  const [customerId] = useState(() => newId<'customer'>(nowMs()));
  const draft = useDraftForm({
    subject: `conversation/${id}/customer`,
    initial: { name: correspondent.name, phone: '' },
    check: ({ name }) => ({ name: name.trim() ? null : t('messages.name_needed') }),
    send: async ({ name, phone }, { key }) => {
      const numbers = [phone.trim(), channel.kind === 'sms' ? correspondent.address : ''].filter(Boolean);
      const person = { id: customerId, name: name.trim(), phones: numbers.map((number) => ({ number })) };
      const emails = channel.kind === 'mail' ? [{ address: correspondent.address }] : [];
      await api.post('customers', { ...person, emails }, { key });
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
