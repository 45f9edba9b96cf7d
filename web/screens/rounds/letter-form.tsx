import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { FieldValues } from '../../matter/field-inputs.tsx';
import { FieldInputs, filled } from '../../matter/field-inputs.tsx';
import type { Kind } from '../../matter/kinds.ts';
import { useDesk } from '../../matter/kinds.ts';
import type { WrittenPage } from '../../matter/pages-input.tsx';
import { PagesInput } from '../../matter/pages-input.tsx';
import { CustomerPicker } from '../../matter/ticket-picker.tsx';
import { purposeOf } from '../../matter/words.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import type { PickedPlace } from '../../matter/place-picker.tsx';
import { PlacePicker } from '../../matter/place-picker.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { RoundView } from './round-words.ts';

type Values = {
  kind: string;
  title: string;
  need: string;
  callerName: string;
  callerPhone: string;
  place: PickedPlace | null;
  customer: Picked | null;
  pages: WrittenPage[];
  fields: FieldValues;
  reason: string;
};

const initial: Values = {
  kind: '',
  title: '',
  need: '',
  callerName: '',
  callerPhone: '',
  place: null,
  customer: null,
  pages: [],
  fields: {},
  reason: '',
};

type LetterFormProps = { round: RoundView; line: string; isCase: boolean; done: () => void };

/** A letter out of the box becomes a case by the ordinary intake, or says why it needs none. */
export function LetterForm({ round, line, isCase, done }: LetterFormProps) {
  const { items } = useDesk();
  const [id] = useState(() => newId<'round_letter'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: `round/${round.id}/${isCase ? 'letter' : 'no-case'}`,
    initial,
    check: ({ kind, title, reason }) =>
      isCase
        ? { kind: kind ? null : t('rounds.kind_needed'), title: title.trim() ? null : t('rounds.title_needed') }
        : { reason: reason.trim() ? null : t('rounds.reason_needed') },
    send: (values, options) =>
      api.post(
        `rounds/${round.id}/letters`,
        { id, line, ...(isCase ? { case: caseOf(values, items) } : { reason: values.reason }) },
        options,
      ),
    changes: () => [`round/${round.id}`, 'round', 'ticket', 'contact'],
    done: () => {
      say(t('rounds.letter_done'));
      done();
    },
  });
  return (
    <FormFrame draft={draft} submit={isCase ? t('rounds.take_in') : t('rounds.note_down')}>
      {isCase ? (
        <CaseFields draft={draft} />
      ) : (
        <Textarea label={t('rounds.reason')} required autosize minRows={2} {...draft.form.getInputProps('reason')} />
      )}
    </FormFrame>
  );
}

/** What the case is about, as the kind asks. */
function CaseFields({ draft: { form } }: { draft: DraftForm<Values> }) {
  const { items } = useDesk();
  const { values } = form;
  const kinds = items.filter((one) => one.type !== 'task');
  const kind = items.find((one) => one.key === values.kind);
  const asked = askedOf(kind);
  return (
    <>
      <NativeSelect
        label={t('list.kind')}
        required
        data={[{ value: '', label: '' }, ...kinds.map((one) => ({ value: one.key, label: said(one.name) }))]}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('list.title')} required maxLength={200} {...form.getInputProps('title')} />
      <Textarea label={t('rounds.what_it_says')} autosize minRows={2} {...form.getInputProps('need')} />
      <PagesInput value={values.pages} onChange={(pages) => form.setFieldValue('pages', pages)} />
      <CustomerPicker
        label={t('rounds.customer')}
        description={t('rounds.customer_why')}
        value={values.customer}
        onChange={(customer) => form.setFieldValue('customer', customer)}
        error={form.errors['customerId']}
      />
      <TextInput label={t('rounds.from_whom')} maxLength={100} {...form.getInputProps('callerName')} />
      <TextInput label={t('rounds.phone')} maxLength={40} {...form.getInputProps('callerPhone')} />
      <PlacePicker
        value={values.place}
        onChange={(place) => form.setFieldValue('place', place)}
        error={form.errors['case.contact.placeId'] ?? form.errors['placeId']}
        required={kind?.needsPlace ?? false}
      />
      <FieldInputs
        fields={asked}
        values={values.fields}
        onChange={(key, value) => form.setFieldValue('fields', { ...values.fields, [key]: value })}
        isRequired={() => true}
        errorOf={(key) => form.errors[`fields.${key}`]}
      />
    </>
  );
}

function askedOf(kind: Kind | undefined): Kind['fields'] {
  return kind?.fields.filter((field) => field.at === 'intake' && field.requiredFor === 'open') ?? [];
}

function caseOf(values: Values, kinds: readonly Kind[]) {
  const { kind, title, need, callerName, callerPhone, place, customer, pages, fields } = values;
  const type = kinds.find((one) => one.key === kind)?.type;
  return {
    contact: {
      channel: 'letter',
      purpose: purposeOf(type),
      need: need.trim(),
      ...(callerName.trim() ? { callerName: callerName.trim() } : {}),
      ...(callerPhone.trim() ? { callerPhone: callerPhone.trim() } : {}),
      ...(place ? { placeId: place.id } : {}),
      ...(customer ? { customerId: customer.id } : {}),
      ...(pages.length > 0 ? { pageIds: pages.map((page) => page.id) } : {}),
    },
    ticket: { kind, title: title.trim(), fields: filled(fields) },
  };
}
