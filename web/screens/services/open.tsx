import { Select, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../server/api.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import type { PickedPlace } from '../../matter/place-picker.tsx';
import { PlacePicker } from '../../matter/place-picker.tsx';
import { CustomerPicker } from '../../matter/ticket-picker.tsx';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { say } from '../../ui/toast.ts';
import { language, t } from '../../words/words.ts';
import type { Offering } from './offerings.ts';

const initial = {
  customer: null as Picked | null,
  callerName: '',
  place: null as PickedPlace | null,
  personId: null as string | null,
  fromAt: null as string | null,
  untilAt: null as string | null,
  note: '',
};
type Values = typeof initial;

function bodyOf({ customer, place, personId, callerName, ...values }: Values) {
  return {
    ...values,
    language: language(),
    ...(customer ? { customerId: customer.id } : {}),
    ...(callerName.trim() && !customer ? { callerName } : {}),
    ...(place ? { placeId: place.id } : {}),
    ...(personId ? { personId } : {}),
  };
}

/** Who wants it, where, who does it and when: with that its ticket and work order are there. */
export function OpenService({ offering, done }: { offering: Offering; done: () => void }) {
  const { people } = useDesk();
  const navigate = useNavigate();
  const draft = useDraftForm<Values, { ticketId: string }>({
    subject: `offering/${offering.id}/open`,
    initial,
    check: (values) => ({
      callerName: values.customer || values.callerName.trim() ? null : t('services.needed'),
      fromAt: values.fromAt ? null : t('services.needed'),
      untilAt: values.untilAt ? null : t('services.needed'),
    }),
    send: (values, options) => api.post(`offerings/${offering.id}/open`, bodyOf(values), options),
    changes: () => ['ticket', 'offering', 'work_order'],
    done: ({ ticketId }) => {
      say(t('services.ordered'));
      done();
      void navigate({ to: '/tickets/$id', params: { id: ticketId } });
    },
  });
  const { form } = draft;
  const set = form.setFieldValue;
  return (
    <FormFrame draft={draft} submit={t('services.open')}>
      <CustomerPicker
        label={t('services.occupier')}
        value={form.values.customer}
        onChange={(customer) => set('customer', customer)}
      />
      {form.values.customer ? null : <TextInput label={t('services.caller')} {...form.getInputProps('callerName')} />}
      <PlacePicker value={form.values.place} onChange={(place) => set('place', place)} />
      <Select
        label={t('services.person')}
        placeholder={t('services.person_later')}
        clearable
        searchable
        data={peopleOptions(people)}
        {...form.getInputProps('personId')}
      />
      <MomentField
        label={t('services.from')}
        value={form.values.fromAt}
        onChange={(at) => set('fromAt', at)}
        error={form.errors['fromAt']}
        required
        quick={[]}
      />
      <MomentField
        label={t('services.until')}
        value={form.values.untilAt}
        onChange={(at) => set('untilAt', at)}
        error={form.errors['untilAt']}
        required
        quick={[]}
      />
      <Textarea label={t('services.note')} autosize minRows={1} {...form.getInputProps('note')} />
    </FormFrame>
  );
}
