import { Select, TextInput } from '@mantine/core';
import { api } from '../../../server/api.ts';
import type { FieldValues } from '../../../matter/field-inputs.tsx';
import { askedOf, FieldInputs, filled } from '../../../matter/field-inputs.tsx';
import { useDesk } from '../../../matter/kinds.ts';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';

/** Makes it another kind: what has the same name goes along, clocks count from the original time, nothing typed is lost. */
export function Reclassify({ ticket, done }: ActProps) {
  const { items } = useDesk();
  const has = Object.fromEntries(ticket.fields.map((one) => [one.key, one.value])) as FieldValues;
  const sent = (key: string | null, fields: FieldValues) =>
    askedOf(items.find((one) => one.key === key)?.fields ?? [], { ...has, ...fields }, fields);
  const initial = { kind: null as string | null, reason: '', fields: {} as FieldValues };
  return (
    <ActForm
      ticket={ticket}
      name="reclassify"
      initial={initial}
      submit={t('ticket.reclassify')}
      check={(values) => ({
        kind: needed(values.kind),
        reason: needed(values.reason),
      })}
      send={({ kind, reason, fields }, options) =>
        api.post(
          `tickets/${ticket.id}/reclassify`,
          { version: ticket.version, kind, reason, fields: filled(sent(kind, fields)) },
          options,
        )
      }
      done={done}
    >
      {(form) => {
        const kind = items.find((one) => one.key === form.values.kind);
        const asked = (kind?.fields ?? []).filter((one) => one.at === 'intake' && (has[one.key] ?? null) === null);
        return (
          <>
            <Select
              label={t('ticket.new_kind')}
              description={kind ? said(kind.about) : t('ticket.new_kind_why')}
              data={items
                .filter((one) => one.key !== ticket.kind.key && !one.retired)
                .map((one) => ({ value: one.key, label: said(one.name) }))}
              searchable
              required
              data-autofocus
              {...form.getInputProps('kind')}
            />
            <FieldInputs
              fields={asked}
              among={{ fields: kind?.fields ?? [], values: has }}
              values={form.values.fields}
              onChange={(key, value) => form.setFieldValue('fields', { ...form.values.fields, [key]: value })}
              isRequired={() => false}
              errorOf={(key) => form.errors[`fields.${key}`]}
            />
            <TextInput label={t('ticket.reason')} required {...form.getInputProps('reason')} />
          </>
        );
      }}
    </ActForm>
  );
}
