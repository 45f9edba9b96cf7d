import { Choices } from '../../../ui/form/choices.tsx';
import { api } from '../../../server/api.ts';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { said, t } from '../../../words/words.ts';
import type { Instant } from '../../../../src/kernel/time.ts';
import { isoLengthWords } from '../../../matter/iso-length.ts';
import { ActForm } from '../act-form.tsx';
import type { FieldValues } from '../../../matter/field-inputs.tsx';
import { FieldInputs, filled } from '../../../matter/field-inputs.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';
import { allFields, emptyOf } from './move.tsx';

/** Waits for a declared reason, no longer than that reason allows; the clocks that may stand still do. */
export function Wait({ ticket, done }: ActProps) {
  const initial = { reason: null as string | null, until: null as Instant | null, fields: {} as FieldValues };
  const needs = (reason: string | null) => ticket.pauses.find((one) => one.key === reason)?.needs ?? [];
  return (
    <ActForm
      ticket={ticket}
      name="wait"
      initial={initial}
      submit={t('ticket.wait')}
      check={(values) => ({
        reason: needed(values.reason),
        ...Object.fromEntries(needs(values.reason).map((key) => [`fields.${key}`, needed(values.fields[key])])),
      })}
      send={({ reason, until, fields }, options) =>
        api.post(
          `tickets/${ticket.id}/wait`,
          { version: ticket.version, reason, fields: filled(fields), ...(until ? { until } : {}) },
          options,
        )
      }
      done={done}
    >
      {(form) => {
        const pause = ticket.pauses.find((one) => one.key === form.values.reason);
        return (
          <>
            <Choices
              label={t('ticket.wait_for')}
              options={ticket.pauses.map((one) => ({ value: one.key, label: said(one.name) }))}
              value={form.values.reason}
              onChange={(reason) => form.setFieldValue('reason', reason)}
              required
              error={form.errors['reason']}
            />
            <FieldInputs
              fields={emptyOf(ticket, needs(form.values.reason)).fields}
              among={allFields(ticket)}
              values={form.values.fields}
              onChange={(key, value) => form.setFieldValue('fields', { ...form.values.fields, [key]: value })}
              isRequired={() => true}
              errorOf={(key) => form.errors[`fields.${key}`]}
            />
            <MomentField
              label={t('ticket.wait_until')}
              description={
                pause
                  ? t('ticket.wait_longest', { longest: isoLengthWords(pause.longest) })
                  : t('ticket.wait_until_why')
              }
              value={form.values.until}
              onChange={(until) => form.setFieldValue('until', until)}
              error={form.errors['until']}
            />
          </>
        );
      }}
    </ActForm>
  );
}
