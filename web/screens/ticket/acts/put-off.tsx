import { Checkbox, TextInput } from '@mantine/core';
import type { z } from 'zod';
import type { Instant } from '../../../../src/kernel/time.ts';
import type { colleaguesOut } from '../../../../src/ticket/colleagues.ts';
import { api } from '../../../server/api.ts';
import { refusalWords } from '../../../server/refusals.ts';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { AsyncPicker } from '../../../ui/form/async-picker.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { ms, nowMs } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { TicketView } from '../view.ts';
import type { ActProps } from './act.ts';

type Colleague = z.output<typeof colleaguesOut>['items'][number];

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
            ticket={ticket}
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
          ticket={ticket}
          label={t('put_off.watcher')}
          value={form.values.personId}
          onChange={(picked) => form.setFieldValue('personId', picked)}
          error={form.errors['personId']}
        />
      )}
    </ActForm>
  );
}

export type ColleaguePickerProps = {
  ticket: TicketView;
  label: string;
  description?: string;
  value: Picked | null;
  onChange: (picked: Picked | null) => void;
  error?: React.ReactNode;
  autoFocus?: boolean;
};

/** By name or pinyin; whoever may not see the ticket says so, and cannot be chosen. */
export function ColleaguePicker({ ticket, ...props }: ColleaguePickerProps) {
  return (
    <AsyncPicker<Picked & { why: Colleague['why'] }>
      {...props}
      name={`colleagues-${ticket.id}`}
      search={async (q, signal) => {
        const found = await api.get<{ items: Colleague[] }>(`tickets/${ticket.id}/colleagues`, { q }, signal);
        return found.items.map((one) => ({ id: one.id, label: one.name, why: one.why }));
      }}
      detail={(option) => (option.why ? refusalWords(option.why) : null)}
      onChange={(picked) => props.onChange(picked && !picked.why ? { id: picked.id, label: picked.label } : null)}
    />
  );
}
