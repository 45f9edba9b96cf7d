import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { DepartmentSelect } from './department-select.tsx';
import type { Way } from './search.ts';
import { ways } from './search.ts';

type FindingValues = { departmentId: string; text: string; way: Way; deadlineAt: string | null };

/** Records what checking a department found: corrected at once, told to the superior, or handed to the department as a notice. */
export function FindingDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Dialog opened={opened} close={close} title={t('notices.record_finding')}>
      <FindingForm close={close} />
    </Dialog>
  );
}

function FindingForm({ close }: { close: () => void }) {
  const [id] = useState(() => newId<'finding'>(nowMs()));
  const draft = useDraftForm<FindingValues, { id: string }>({
    subject: 'finding/new',
    initial: { departmentId: '', text: '', way: 'corrected_on_the_spot', deadlineAt: null },
    check: (values) => ({
      departmentId: values.departmentId ? null : t('notices.department_needed'),
      text: values.text.trim() ? null : t('notices.findings_needed'),
    }),
    send: ({ deadlineAt, ...values }, options) =>
      api.post('findings', { id, ...values, ...(isNotice(values) && deadlineAt ? { deadlineAt } : {}) }, options),
    changes: () => ['finding', 'rectification'],
    done: () => {
      say(t('notices.recorded_done'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('notices.record_now')}>
      <DepartmentSelect {...form.getInputProps('departmentId')} />
      <Textarea label={t('notices.findings')} required autosize minRows={3} {...form.getInputProps('text')} />
      <Choices
        label={t('notices.way')}
        options={ways.map((value) => ({ value, label: t(`notices.way_${value}`) }))}
        value={form.values.way}
        onChange={(way) => form.setFieldValue('way', way ?? 'corrected_on_the_spot')}
      />
      {isNotice(form.values) ? (
        <MomentField
          label={t('notices.deadline')}
          description={t('notices.deadline_left_out')}
          value={form.values.deadlineAt}
          onChange={(at) => form.setFieldValue('deadlineAt', at)}
          error={form.errors['deadlineAt']}
        />
      ) : null}
    </FormFrame>
  );
}

function isNotice({ way }: Pick<FindingValues, 'way'>): boolean {
  return way === 'to_department';
}
