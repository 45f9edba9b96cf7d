import { Textarea } from '@mantine/core';
import { api } from '../../../api.ts';
import type { FieldValues } from '../../../matter/field-inputs.tsx';
import { FieldInputs, filled } from '../../../matter/field-inputs.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { TicketView } from '../view.ts';
import type { ActProps } from './act.ts';

/** What the inquiry and the work are expected to have brought to light. */
const asked = (field: TicketView['fields'][number]) =>
  field.requiredFor === 'resolve' || field.at === 'ticket' || (field.requiredFor === 'open' && field.value === null);

/** It is settled: with its outcome, and whatever the kind wants known by then. */
export function Resolve({ ticket, done }: ActProps) {
  const fields = ticket.fields.filter(asked);
  const isRequired = (key: string) =>
    fields.some((one) => one.key === key && (one.requiredFor === 'resolve' || one.requiredFor === 'open'));
  const initial = {
    outcome: ticket.outcome ?? '',
    fields: Object.fromEntries(fields.map((one) => [one.key, one.value])) as FieldValues,
  };
  return (
    <ActForm
      ticket={ticket}
      name="resolve"
      initial={initial}
      submit={t('ticket.resolve')}
      check={(values) => ({
        outcome: needed(values.outcome),
        ...Object.fromEntries(
          fields.map(({ key }) => [`fields.${key}`, isRequired(key) ? needed(values.fields[key]) : null]),
        ),
      })}
      send={(values, options) =>
        api.post(
          `tickets/${ticket.id}/resolve`,
          { version: ticket.version, outcome: values.outcome, fields: filled(values.fields) },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <Textarea
            label={t('ticket.outcome')}
            description={t('ticket.outcome_why')}
            autosize
            minRows={2}
            maxRows={10}
            required
            data-autofocus
            {...form.getInputProps('outcome')}
          />
          <FieldInputs
            fields={fields}
            values={form.values.fields}
            onChange={(key, value) => form.setFieldValue('fields', { ...form.values.fields, [key]: value })}
            isRequired={isRequired}
            errorOf={(key) => form.errors[`fields.${key}`]}
          />
        </>
      )}
    </ActForm>
  );
}
