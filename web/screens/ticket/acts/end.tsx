import { Textarea } from '@mantine/core';
import { api } from '../../../server/api.ts';
import { Satisfaction } from '../../../matter/satisfaction.tsx';
import { TicketPicker } from '../../../matter/ticket-picker.tsx';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { Choices } from '../../../ui/form/choices.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';
import { ReasonForm } from './reason-form.tsx';

/** Settled, told, visited: it may be closed. */
export function Close({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="close"
      initial={{ satisfaction: ticket.satisfaction }}
      submit={t('ticket.close')}
      send={({ satisfaction }, options) =>
        api.post(
          `tickets/${ticket.id}/close`,
          { version: ticket.version, ...(satisfaction ? { satisfaction } : {}) },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <p>{t('ticket.close_why')}</p>
          <Satisfaction
            value={form.values.satisfaction}
            onChange={(value) => form.setFieldValue('satisfaction', value)}
          />
        </>
      )}
    </ActForm>
  );
}

const ends = ['declined', 'withdrawn', 'duplicate'] as const;

/** It will not be settled: declined (no complaint is) with what the customer was told, taken back by him, or the same as another. */
export function Cancel({ ticket, done }: ActProps) {
  const initial = { as: null as (typeof ends)[number] | null, reason: '', duplicateOf: null as Picked | null };
  return (
    <ActForm
      ticket={ticket}
      name="cancel"
      initial={initial}
      submit={t('ticket.cancel_submit')}
      check={(values) => ({
        as: needed(values.as),
        reason: needed(values.reason),
        duplicateOf: values.as === 'duplicate' ? needed(values.duplicateOf) : null,
      })}
      send={({ as, reason, duplicateOf }, options) =>
        api.post(
          `tickets/${ticket.id}/cancel`,
          {
            version: ticket.version,
            as,
            reason,
            ...(as === 'duplicate' && duplicateOf ? { duplicateOf: duplicateOf.id } : {}),
          },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <Choices
            label={t('ticket.end_as')}
            options={ends
              .filter((value) => value !== 'declined' || ticket.kind.type !== 'complaint')
              .map((value) => ({ value, label: t(`ticket.end_${value}`) }))}
            value={form.values.as}
            onChange={(as) => form.setFieldValue('as', as)}
            required
            error={form.errors['as']}
          />
          {form.values.as === 'duplicate' ? (
            <TicketPicker
              label={t('ticket.duplicate_of')}
              value={form.values.duplicateOf}
              onChange={(picked) => form.setFieldValue('duplicateOf', picked)}
              error={form.errors['duplicateOf']}
              except={ticket.id}
            />
          ) : null}
          <Textarea
            label={t('ticket.end_reason')}
            description={t('ticket.end_reason_why')}
            autosize
            minRows={2}
            maxRows={8}
            required
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </ActForm>
  );
}

/** It was not settled after all. */
export function Reopen({ ticket, done }: ActProps) {
  return (
    <ReasonForm
      ticket={ticket}
      name="reopen"
      submit={t('ticket.reopen')}
      why={t('ticket.reopen_why')}
      send={(reason, options) => api.post(`tickets/${ticket.id}/reopen`, { version: ticket.version, reason }, options)}
      done={done}
    />
  );
}
