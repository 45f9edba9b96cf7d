import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { fromLocal, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { Mine } from './attendance-data.ts';
import { needed } from './attendance-data.ts';
import styles from './attendance.module.css';

type Values = { kind: string; from: string; until: string; reason: string; successorId: string | null };

/** Asks for leave: of which kind, from when until when, why, and who takes over what is open. */
export function LeaveForm({ kinds, done }: { kinds: Mine['kinds']; done: () => void }) {
  const [id] = useState(() => newId<'leave_request'>(nowMs()));
  const { people } = useDesk();
  const draft = useDraftForm<Values>({
    subject: 'leave_request/new',
    initial: { kind: kinds[0]?.key ?? '', from: '', until: '', reason: '', successorId: null },
    check: ({ from, until, reason }) => ({
      from: needed(from),
      until: needed(until) ?? (until <= from ? t('attendance.ends_first') : null),
      reason: needed(reason),
    }),
    send: ({ kind, from, until, reason, successorId }, options) =>
      api.post(
        'leaves',
        {
          id,
          kind,
          from: fromLocal(from),
          until: fromLocal(until),
          reason: reason.trim(),
          ...(successorId ? { successorId } : {}),
        },
        options,
      ),
    changes: () => ['leave_request', 'shift'],
    done: () => {
      say(t('attendance.leave_asked'));
      done();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('attendance.ask_leave')}>
      <NativeSelect
        label={t('attendance.leave_kind')}
        required
        data={kinds.map(({ key, name }) => ({ value: key, label: said(name) }))}
        {...form.getInputProps('kind')}
      />
      <div className={styles['times']}>
        <TextInput type="datetime-local" label={t('attendance.from')} required {...form.getInputProps('from')} />
        <TextInput type="datetime-local" label={t('attendance.until')} required {...form.getInputProps('until')} />
      </div>
      <TextInput label={t('attendance.reason')} required maxLength={200} {...form.getInputProps('reason')} />
      <Select
        label={t('attendance.successor')}
        description={t('attendance.successor_why')}
        data={peopleOptions(people)}
        searchable
        clearable
        {...form.getInputProps('successorId')}
      />
    </FormFrame>
  );
}
