import { api } from '../../../server/api.ts';
import type { FieldValues } from '../../../matter/field-inputs.tsx';
import { askedOf, FieldInputs, filled } from '../../../matter/field-inputs.tsx';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { TicketView } from '../view.ts';
import type { ActProps } from './act.ts';

/** Fields that stand in the way, with what stands in them so far. */
export function emptyOf(ticket: TicketView, needs: readonly string[]) {
  const fields = ticket.fields.filter((one) => needs.includes(one.key));
  const values = Object.fromEntries(fields.map((one) => [one.key, one.value])) as FieldValues;
  return { fields, values };
}

export const allFields = (ticket: TicketView) => ({
  fields: ticket.fields,
  values: Object.fromEntries(ticket.fields.map((one) => [one.key, one.value])) as FieldValues,
});

export type MoveProps = ActProps & { stage: TicketView['nextStages'][number] };

/** Takes a ticket to a stage which needs fields that are still empty. */
export function Move({ ticket, done, stage }: MoveProps) {
  const { fields, values: initial } = emptyOf(ticket, stage.needs);
  return (
    <ActForm
      ticket={ticket}
      name={`move-${stage.key}`}
      initial={{ fields: initial }}
      submit={said(stage.name)}
      check={(values) => Object.fromEntries(fields.map(({ key }) => [`fields.${key}`, needed(values.fields[key])]))}
      send={(values, options) =>
        api.post(
          `tickets/${ticket.id}/stage`,
          {
            version: ticket.version,
            stage: stage.key,
            fields: filled(askedOf(ticket.fields, { ...allFields(ticket).values, ...values.fields }, values.fields)),
          },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <p className="dim">{t('ticket.stage_needs', { stage: said(stage.name) })}</p>
          <FieldInputs
            fields={fields}
            among={allFields(ticket)}
            values={form.values.fields}
            onChange={(key, value) => form.setFieldValue('fields', { ...form.values.fields, [key]: value })}
            isRequired={() => true}
            errorOf={(key) => form.errors[`fields.${key}`]}
          />
        </>
      )}
    </ActForm>
  );
}
