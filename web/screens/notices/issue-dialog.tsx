import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { DepartmentSelect } from './department-select.tsx';

type IssueValues = { departmentId: string; findings: string; deadlineAt: string | null };

/** Issues a notice by hand, for what supervision found. */
export function IssueDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Dialog opened={opened} close={close} title={t('notices.issue')}>
      <IssueForm close={close} />
    </Dialog>
  );
}

function IssueForm({ close }: { close: () => void }) {
  const [id] = useState(() => newId<'rectification'>(nowMs()));
  const navigate = useNavigate();
  const draft = useDraftForm<IssueValues, { id: string }>({
    subject: 'notice/new',
    initial: { departmentId: '', findings: '', deadlineAt: null },
    check: (values) => ({
      departmentId: values.departmentId ? null : t('notices.department_needed'),
      findings: values.findings.trim() ? null : t('notices.findings_needed'),
    }),
    send: ({ deadlineAt, ...values }, options) =>
      api.post('notices', { id, ...values, ...(deadlineAt ? { deadlineAt } : {}) }, options),
    changes: () => ['rectification'],
    done: (notice) => {
      say(t('notices.issued_done'));
      close();
      void navigate({ to: '/notices/$noticeId', params: { noticeId: notice.id } });
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('notices.issue_now')}>
      <DepartmentSelect {...form.getInputProps('departmentId')} />
      <Textarea label={t('notices.findings')} required autosize minRows={3} {...form.getInputProps('findings')} />
      <MomentField
        label={t('notices.deadline')}
        description={t('notices.deadline_left_out')}
        value={form.values.deadlineAt}
        onChange={(at) => form.setFieldValue('deadlineAt', at)}
        error={form.errors['deadlineAt']}
      />
    </FormFrame>
  );
}
