import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Board } from './day.ts';
import { usePeople } from './item-forms.tsx';

type GiveFormProps = {
  people: readonly Pick<Board['people'][number], 'person' | 'openTickets'>[];
  planId: string | null;
  done: () => void;
};

/** Something somebody is to do by a time, with each one's open load in view (ASGN-03, ASGN-07). */
export function GiveForm({ people, planId, done }: GiveFormProps) {
  const [id] = useState(() => newId<'work_item'>(nowMs()));
  const options = usePeople(people);
  const draft = useDraftForm<{ title: string; personId: string; dueAt: string | null }>({
    subject: `work_item/new/${planId ?? 'day'}`,
    initial: { title: '', personId: '', dueAt: null },
    check: ({ title, personId, dueAt }) => ({
      title: title.trim() ? null : t('day.what_needed'),
      personId: personId ? null : t('day.person_needed'),
      dueAt: dueAt ? null : t('day.due_needed'),
    }),
    send: (values, sent) => api.post('work-items', { id, ...values, ...(planId ? { planId } : {}) }, sent),
    changes: () => ['work_item', 'work_plan', 'commitment'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('day.give_now')}>
      <TextInput label={t('day.what')} required maxLength={200} {...form.getInputProps('title')} />
      <NativeSelect
        label={t('day.to')}
        required
        data={[{ value: '', label: '' }, ...options]}
        {...form.getInputProps('personId')}
      />
      <MomentField
        label={t('day.due')}
        required
        value={form.values.dueAt}
        onChange={(at) => form.setFieldValue('dueAt', at)}
        error={form.errors['dueAt']}
      />
    </FormFrame>
  );
}
