import { Checkbox, TextInput } from '@mantine/core';
import type { Instant } from '../../../../src/kernel/time.ts';
import { ColleaguePicker } from '../../../matter/colleague-picker.tsx';
import { api } from '../../../server/api.ts';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { ms, nowMs } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';

const ahead = (at: string | null) => (at && ms(at) > nowMs() ? null : t('ticket.future_needed'));

/** Out of my own list for a while; no clock stops. */
export function Snooze({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="snooze"
      initial={{ until: null as Instant | null, untilAnswered: false }}
      submit={t('put_off.snooze')}
      check={({ until, untilAnswered }) => ({ until: untilAnswered && until === null ? null : ahead(until) })}
      send={({ until, untilAnswered }, options) =>
        api.put(`tickets/${ticket.id}/snooze`, { untilAnswered, ...(until ? { until } : {}) }, options)
      }
      done={done}
    >
      {(form) => (
        <>
          <p>{t('put_off.snooze_why')}</p>
          <MomentField
            label={t('put_off.until')}
            value={form.values.until}
            onChange={(until) => form.setFieldValue('until', until)}
            error={form.errors['until']}
          />
          <Checkbox
            label={t('put_off.until_answered')}
            {...form.getInputProps('untilAnswered', { type: 'checkbox' })}
          />
        </>
      )}
    </ActForm>
  );
}

/** A reminder for me, or for a colleague who may see it. */
export function Remind({ ticket, done }: ActProps) {
  const initial = { words: '', dueAt: null as Instant | null, person: null as Picked | null };
  return (
    <ActForm
      ticket={ticket}
      name="remind"
      initial={initial}
      submit={t('put_off.remind')}
      check={({ words, dueAt }) => ({ words: needed(words), dueAt: ahead(dueAt) })}
      send={({ words, dueAt, person }, options) =>
        api.post(
          'reminders',
          { ticketId: ticket.id, words, dueAt, ...(person ? { personId: person.id } : {}) },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <TextInput label={t('put_off.of_what')} required data-autofocus {...form.getInputProps('words')} />
          <MomentField
            label={t('put_off.when')}
            required
            value={form.values.dueAt}
            onChange={(dueAt) => form.setFieldValue('dueAt', dueAt)}
            error={form.errors['dueAt']}
          />
          <ColleaguePicker
            at={`tickets/${ticket.id}`}
            label={t('put_off.whom')}
            description={t('put_off.whom_why')}
            value={form.values.person}
            onChange={(person) => form.setFieldValue('person', person)}
            error={form.errors['person'] ?? form.errors['personId']}
          />
        </>
      )}
    </ActForm>
  );
}

/** A colleague hears what becomes of it from now on. */
export function AddWatcher({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="watcher"
      initial={{ personId: null as Picked | null }}
      submit={t('put_off.add_watcher')}
      check={(values) => ({ personId: needed(values.personId) })}
      send={({ personId }, options) => api.post(`tickets/${ticket.id}/watchers`, { personId: personId?.id }, options)}
      done={done}
    >
      {(form) => (
        <ColleaguePicker
          at={`tickets/${ticket.id}`}
          label={t('put_off.watcher')}
          value={form.values.personId}
          onChange={(picked) => form.setFieldValue('personId', picked)}
          error={form.errors['personId']}
        />
      )}
    </ActForm>
  );
}
