import { NativeSelect, Textarea, TextInput, Checkbox } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { UPDATES } from '../../../src/customer/customer.ts';
import { findCustomers, findPlaces } from '../../server/finders.ts';
import { AsyncPicker } from '../../ui/form/async-picker.tsx';
import { languageNames, languages } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
import styles from './customers.module.css';
import type { CustomerValues, Relation } from './customers.ts';
import { kinds, kindWords, relations, relationWords, updatesWords } from './customers.ts';
import { Rows } from './rows.tsx';

type Form = { form: UseFormReturnType<CustomerValues> };

export function WhoFields({ form }: Form) {
  return (
    <>
      <div className={styles['two']}>
        <TextInput label={t('customers.name')} required maxLength={100} {...form.getInputProps('name')} />
        <NativeSelect
          label={t('customers.kind')}
          data={kinds.map((one) => ({ value: one, label: kindWords(one) }))}
          {...form.getInputProps('kind')}
        />
        <NativeSelect
          label={t('customers.language')}
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          {...form.getInputProps('language')}
        />
        <NativeSelect
          label={t('customers.updates')}
          description={t('customers.updates_why')}
          data={UPDATES.map((one) => ({ value: one, label: updatesWords(one) }))}
          {...form.getInputProps('updates')}
        />
      </div>
      <Checkbox
        size="md"
        label={t('customers.vip_label')}
        description={t('customers.vip_why')}
        {...form.getInputProps('vip', { type: 'checkbox' })}
      />
      <Textarea
        label={t('customers.note')}
        description={t('customers.note_why')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </>
  );
}

export function NumberFields({ form }: Form) {
  const { phones, emails } = form.getValues();
  return (
    <>
      <Rows
        title={t('customers.phones')}
        rows={phones}
        change={(rows) => form.setFieldValue('phones', rows)}
        fresh={{ number: '', label: '' }}
        add={t('customers.add_phone')}
        fields={(row, set, at) => (
          <>
            <TextInput
              type="tel"
              label={t('customers.phone_n', { n: at + 1 })}
              value={row.number}
              error={form.errors[`phones.${at}.number`]}
              onChange={(event) => set({ number: event.currentTarget.value })}
            />
            <LabelField at={at} value={row.label} set={(label) => set({ label })} />
          </>
        )}
      />
      <Rows
        title={t('customers.emails')}
        rows={emails}
        change={(rows) => form.setFieldValue('emails', rows)}
        fresh={{ address: '', label: '' }}
        add={t('customers.add_email')}
        fields={(row, set, at) => (
          <>
            <TextInput
              type="email"
              label={t('customers.email_n', { n: at + 1 })}
              value={row.address}
              error={form.errors[`emails.${at}.address`]}
              onChange={(event) => set({ address: event.currentTarget.value })}
            />
            <LabelField at={at} value={row.label} set={(label) => set({ label })} />
          </>
        )}
      />
    </>
  );
}

function LabelField({ at, value, set }: { at: number; value: string; set: (label: string) => void }) {
  return (
    <TextInput
      label={t('customers.label_n', { n: at + 1 })}
      placeholder={t('customers.label_hint')}
      maxLength={40}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

export function PlaceFields({ form }: Form) {
  return (
    <Rows<CustomerValues['places'][number]>
      title={t('customers.places')}
      rows={form.getValues().places}
      change={(rows) => form.setFieldValue('places', rows)}
      fresh={{ placeId: '', code: '', relation: 'owner', since: '', until: '' }}
      add={t('customers.add_place')}
      wide
      fields={(row, set, at) => (
        <>
          <AsyncPicker
            label={t('customers.place_n', { n: at + 1 })}
            name="places"
            search={findPlaces}
            value={row.placeId ? { id: row.placeId, label: row.code } : null}
            error={form.errors[`places.${at}.placeId`]}
            onChange={(picked) => set({ placeId: picked?.id ?? '', code: picked?.label ?? '' })}
          />
          <NativeSelect
            label={t('customers.relation_n', { n: at + 1 })}
            data={relations.map((one) => ({ value: one, label: relationWords(one) }))}
            value={row.relation}
            onChange={(event) => set({ relation: event.currentTarget.value as Relation })}
          />
          <TextInput
            type="date"
            label={t('customers.since_n', { n: at + 1 })}
            value={row.since}
            onChange={(event) => set({ since: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('customers.until_n', { n: at + 1 })}
            value={row.until}
            error={form.errors[`places.${at}.until`]}
            onChange={(event) => set({ until: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}

/** Only a household or a company has people in it. */
export function MemberFields({ form, self }: Form & { self: string }) {
  if (form.getValues().kind === 'person') return null;
  return (
    <Rows
      title={t('customers.members')}
      rows={form.getValues().members}
      change={(rows) => form.setFieldValue('members', rows)}
      fresh={{ customerId: '', name: '', relation: '' }}
      add={t('customers.add_member')}
      fields={(row, set, at) => (
        <>
          <AsyncPicker
            label={t('customers.member_n', { n: at + 1 })}
            name="customers"
            search={findCustomers(self)}
            value={row.customerId ? { id: row.customerId, label: row.name } : null}
            onChange={(picked) => set({ customerId: picked?.id ?? '', name: picked?.label ?? '' })}
          />
          <TextInput
            label={t('customers.relation_n', { n: at + 1 })}
            placeholder={t('customers.member_hint')}
            maxLength={40}
            value={row.relation}
            onChange={(event) => set({ relation: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}
