import { Textarea } from '@mantine/core';
import { isAsked, isNeeded } from '../../../../src/pack/asked.ts';
import { api } from '../../../server/api.ts';
import type { FieldValues } from '../../../matter/field-inputs.tsx';
import { askedOf, FieldInputs, filled } from '../../../matter/field-inputs.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { TicketView } from '../view.ts';
import type { ActProps } from './act.ts';
import { allFields } from './move.tsx';

type Field = TicketView['fields'][number];

/** What the inquiry and the work are expected to have brought to light, and what has to be known to come to this stage. */
const askedBy = (isNeededNow: (field: Field) => boolean) => (field: Field) =>
  field.requiredFor === 'resolve' || field.at === 'ticket' || (isNeededNow(field) && field.value === null);

/** It is settled: with its outcome, and whatever the kind wants known by then. */
export function Resolve({ ticket, done }: ActProps) {
  const passing = { by: 'resolve', from: ticket.stage.key, to: ticket.resolvesTo } as const;
  const fields = ticket.fields.filter(askedBy((field) => isNeeded(field, passing)));
  const among = allFields(ticket);
  const isRequired = (key: string) => fields.some((one) => one.key === key && isNeeded(one, passing));
  const isMissing = (key: string, values: FieldValues) =>
    isRequired(key) && isAsked(ticket.fields, key, { ...among.values, ...values });
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
          fields.map(({ key }) => [`fields.${key}`, isMissing(key, values.fields) ? needed(values.fields[key]) : null]),
        ),
      })}
      send={(values, options) =>
        api.post(
          `tickets/${ticket.id}/resolve`,
          {
            version: ticket.version,
            outcome: values.outcome,
            fields: filled(askedOf(ticket.fields, { ...among.values, ...values.fields }, values.fields)),
          },
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
            among={among}
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
