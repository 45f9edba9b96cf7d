import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { needed } from './attendance-data.ts';
import styles from './attendance.module.css';
import type { Cell } from './rota-grid.tsx';

const PRESENCES = ['on_site', 'online'] as const;
type Values = { from: string; to: string; presence: (typeof PRESENCES)[number] };

/** When somebody works on a day, past midnight too, and whether at his place or at his screen. */
export function ShiftForm({ cell, done }: { cell: Cell; done: () => void }) {
  const [id] = useState(() => newId<'shift'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: `shift/new/${cell.person.id}/${cell.day}`,
    initial: { from: '08:30', to: '17:30', presence: 'on_site' },
    check: ({ from, to }) => ({ from: needed(from), to: needed(to) }),
    send: (values, options) =>
      api.post('attendance/shifts', { id, personId: cell.person.id, day: cell.day, ...values }, options),
    changes: () => ['shift'],
    done,
  });
  const { form } = draft;
  const { presence } = form.getValues();
  return (
    <FormFrame draft={draft} submit={t('attendance.plan')}>
      <div className={styles['times']}>
        <TextInput type="time" label={t('attendance.begins')} required {...form.getInputProps('from')} />
        <TextInput
          type="time"
          label={t('attendance.ends')}
          description={t('attendance.ends_why')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          {...form.getInputProps('to')}
        />
      </div>
      <Choices
        label={t('attendance.where')}
        options={PRESENCES.map((value) => ({ value, label: t(`attendance.${value}`) }))}
        value={presence}
        onChange={(value) => form.setFieldValue('presence', value ?? presence)}
      />
    </FormFrame>
  );
}
