import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { api } from '../../../server/api.ts';
import type { FieldValues } from '../../../matter/field-inputs.tsx';
import { FieldInputs } from '../../../matter/field-inputs.tsx';
import { useDesk } from '../../../matter/kinds.ts';
import { PlacePicker } from '../../../matter/place-picker.tsx';
import { departmentWords } from '../../../matter/send-fields.tsx';
import { CustomerPicker } from '../../../matter/ticket-picker.tsx';
import type { Urgency } from '../../../matter/words.ts';
import { urgencies, urgencyWords } from '../../../matter/words.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { TicketView } from '../view.ts';
import type { ActProps } from './act.ts';
import { changesOf } from './changes.ts';

export type Known = ReturnType<typeof knownOf>;

/** What is known now, as the form begins. */
export function knownOf(ticket: TicketView) {
  return {
    title: ticket.title,
    need: ticket.need,
    urgency: ticket.urgency as Urgency,
    severity: ticket.severity,
    departmentId: ticket.department?.id ?? null,
    customer: ticket.customer ? { id: ticket.customer.id, label: ticket.customer.name } : null,
    place: ticket.place ? { id: ticket.place.id, code: ticket.place.code } : null,
    callerName: ticket.caller.name ?? '',
    callerPhone: ticket.caller.phone ?? '',
    reasonable: ticket.judged === 'reasonable',
    fields: Object.fromEntries(ticket.fields.map((one) => [one.key, one.value])) as FieldValues,
  };
}

/** Changes what is known: the words, where and who, how urgent and grave, and the kind's own fields. */
export function Edit({ ticket, done }: ActProps) {
  const { departments, severities } = useDesk();
  const before = knownOf(ticket);
  return (
    <ActForm
      ticket={ticket}
      name="edit"
      initial={before}
      submit={t('ticket.save')}
      check={(values) => ({ title: needed(values.title) })}
      send={(values, options, { version, initial }) =>
        api.patch(`tickets/${ticket.id}`, { version, ...changesOf(initial, values, ticket.fields) }, options)
      }
      done={done}
    >
      {(form) => (
        <>
          <TextInput label={t('ticket.title_field')} required data-autofocus {...form.getInputProps('title')} />
          <Textarea label={t('ticket.need')} autosize minRows={2} maxRows={8} {...form.getInputProps('need')} />
          <Choices
            label={t('matter.urgency')}
            options={urgencies.map((value) => ({ value, label: urgencyWords(value) }))}
            value={form.values.urgency}
            onChange={(urgency) => urgency && form.setFieldValue('urgency', urgency)}
          />
          {ticket.kind.type === 'complaint' ? (
            <>
              <Choices
                label={t('matter.severity')}
                options={severities.map((one) => ({ value: one.key, label: said(one.name) }))}
                value={form.values.severity}
                onChange={(severity) => severity && form.setFieldValue('severity', severity)}
                error={form.errors['severity']}
              />
              <Checkbox
                label={t('ticket.judged_reasonable')}
                disabled={before.reasonable}
                {...form.getInputProps('reasonable', { type: 'checkbox' })}
              />
            </>
          ) : null}
          <FieldInputs
            fields={ticket.fields}
            values={form.values.fields}
            onChange={(key, value) => form.setFieldValue('fields', { ...form.values.fields, [key]: value })}
            isRequired={() => false}
            errorOf={(key) => form.errors[`fields.${key}`]}
          />
          <CustomerPicker
            label={t('ticket.customer')}
            value={form.values.customer}
            onChange={(customer) => form.setFieldValue('customer', customer as Known['customer'])}
            error={form.errors['customerId']}
          />
          <PlacePicker
            value={form.values.place}
            onChange={(place) => form.setFieldValue('place', place as Known['place'])}
            error={form.errors['placeId']}
          />
          <TextInput label={t('ticket.caller_name')} {...form.getInputProps('callerName')} />
          <TextInput label={t('ticket.caller_phone')} type="tel" {...form.getInputProps('callerPhone')} />
          <Select
            label={t('matter.department')}
            allowDeselect={false}
            data={departments.map((one) => ({ value: one.id, label: departmentWords(one) }))}
            {...form.getInputProps('departmentId')}
          />
        </>
      )}
    </ActForm>
  );
}
