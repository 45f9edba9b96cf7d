import { TextInput } from '@mantine/core';
import type { Instant } from '../../../../src/kernel/time.ts';
import { api } from '../../../server/api.ts';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { ms, nowMs } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { Clock } from '../view.ts';
import type { ActProps } from './act.ts';
import { SaidForm } from './said-form.tsx';

/** A later reply, promised: a clock like any other. */
export function PromiseReply({ ticket, done }: ActProps) {
  const initial = { words: '', dueAt: null as Instant | null };
  return (
    <ActForm
      ticket={ticket}
      name="promise"
      initial={initial}
      submit={t('ticket.promise')}
      check={({ words, dueAt }) => ({
        words: needed(words),
        dueAt: dueAt && ms(dueAt) > nowMs() ? null : t('ticket.future_needed'),
      })}
      send={(values, options) => api.post(`tickets/${ticket.id}/promises`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <TextInput label={t('matter.promise_words')} required data-autofocus {...form.getInputProps('words')} />
          <MomentField
            label={t('matter.promise_by')}
            required
            value={form.values.dueAt}
            onChange={(dueAt) => form.setFieldValue('dueAt', dueAt)}
            error={form.errors['dueAt']}
          />
        </>
      )}
    </ActForm>
  );
}

/** The promised reply was given, in these words. */
export function KeepPromise({ ticket, promise, done }: ActProps & { promise: Clock }) {
  return (
    <SaidForm
      ticket={ticket}
      name={`kept-${promise.id}`}
      channel="phone"
      submit={t('ticket.promise_kept')}
      send={(said, options) =>
        api.post(`tickets/${ticket.id}/promises/kept`, { commitmentId: promise.id, ...said }, options)
      }
      done={done}
    >
      <p className="dim">{promise.title}</p>
    </SaidForm>
  );
}
