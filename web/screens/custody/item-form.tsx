import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PlacePicker, type PickedPlace } from '../../matter/place-picker.tsx';
import { CustomerPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { refusalWords } from '../../server/refusals.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { CustodyPage, Kinds } from './custody-words.ts';
import { useCustodyKinds } from './custody-words.ts';

type Values = {
  kind: string;
  number: string;
  label: string;
  place: PickedPlace | null;
  customer: Picked | null;
  worth: string;
  remark: string;
};

const valuesOf = (item: CustodyPage | null): Values => ({
  kind: item?.kind.key ?? '',
  number: item?.number ?? '',
  label: item?.label ?? '',
  place: item?.place ? { id: item.place.id, code: item.place.code } : null,
  customer: item?.customer ? { id: item.customer.id, label: item.customer.name } : null,
  worth: item?.worth ? (item.worth.amount / 100).toFixed(2) : '',
  remark: '',
});

const CURRENCY = 'CNY';

/** As it is typed, in the unit that people say. */
function worthOf(text: string): { amount: number; currency: string } | null {
  const amount = Math.round(Number(text) * 100);
  return text.trim() === '' || !Number.isFinite(amount) ? null : { amount, currency: CURRENCY };
}

function problemsOf(values: Values, kind: Kinds['items'][number] | undefined) {
  const needs = (one: 'place' | 'customer' | 'worth') => kind?.needs.includes(one) ?? false;
  return {
    kind: kind ? null : t('custody.kind_needed'),
    number: values.number.trim() ? null : t('custody.number_needed'),
    label: values.label.trim() ? null : t('custody.label_needed'),
    placeId: needs('place') && !values.place ? refusalWords({ code: 'custody.needs_place' }) : null,
    customerId: needs('customer') && !values.customer ? refusalWords({ code: 'custody.needs_customer' }) : null,
    worth: needs('worth') && worthOf(values.worth) === null ? t('custody.worth_needed') : null,
  };
}

/** A thing as it is registered, or put right: what its kind asks for is needed. */
export function ItemForm({ item, done }: { item: CustodyPage | null; done: (id: string) => void }) {
  const [id] = useState(() => item?.id ?? newId<'custody_item'>(nowMs()));
  const { items: kinds } = useCustodyKinds();
  const draft = useDraftForm<Values, unknown>({
    subject: item ? null : 'custody/new',
    initial: valuesOf(item),
    version: item?.version,
    check: (values) =>
      problemsOf(
        values,
        kinds.find(({ key }) => key === values.kind),
      ),
    send: ({ kind, number, label, place, customer, worth, remark }, options, { version }) => {
      const of = { number, label };
      if (item) {
        const changed = { placeId: place?.id ?? null, customerId: customer?.id ?? null, worth: worthOf(worth) };
        return api.patch(`custody/${id}`, { ...of, ...changed, seen: version }, options);
      }
      const known = worthOf(worth);
      const more = { ...(place ? { placeId: place.id } : {}), ...(customer ? { customerId: customer.id } : {}) };
      return api.post('custody', { id, kind, ...of, ...more, ...(known ? { worth: known } : {}), remark }, options);
    },
    changes: () => ['custody_item', `custody_item/${id}`],
    done: () => {
      say(item ? t('custody.edited') : t('custody.registered'));
      done(id);
    },
  });
  const { form } = draft;
  const kind = kinds.find(({ key }) => key === form.values.kind);
  return (
    <FormFrame draft={draft} submit={item ? t('custody.save') : t('custody.register')}>
      {item ? null : (
        <NativeSelect
          label={t('custody.kind')}
          required
          data={[{ value: '', label: '' }, ...kinds.map(({ key, name }) => ({ value: key, label: said(name) }))]}
          {...form.getInputProps('kind')}
        />
      )}
      <TextInput label={t('custody.number')} required maxLength={60} {...form.getInputProps('number')} />
      <TextInput label={t('custody.label')} required maxLength={200} {...form.getInputProps('label')} />
      <PlacePicker
        value={form.values.place}
        onChange={(place) => form.setFieldValue('place', place)}
        error={form.errors['placeId']}
        required={kind?.needs.includes('place') ?? false}
      />
      <CustomerPicker
        label={t('custody.customer')}
        description={t('custody.customer_why')}
        value={form.values.customer}
        onChange={(customer) => form.setFieldValue('customer', customer)}
        error={form.errors['customerId']}
        required={kind?.needs.includes('customer') ?? false}
      />
      <TextInput
        label={t('custody.worth_in', { currency: CURRENCY })}
        inputMode="decimal"
        required={kind?.needs.includes('worth') ?? false}
        {...form.getInputProps('worth')}
      />
      {item ? null : <Textarea label={t('custody.remark')} autosize minRows={1} {...form.getInputProps('remark')} />}
    </FormFrame>
  );
}
