import { Textarea } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { NoticePage } from './list-notices.ts';
import { changedBy } from './list-notices.ts';
import styles from './notices.module.css';

/** Looks whether it was put right: accepted, which closes the notice, or back with the reason and a new deadline. */
export function VerifyPart({ notice }: { notice: NoticePage }) {
  const [rejecting, setRejecting] = useState(false);
  const number = String(notice.number);
  const accept = useWrite<null>({
    send: (_nothing, options) => api.post(`notices/${notice.id}/verify`, { accepted: true }, options),
    changes: () => changedBy(notice),
    done: () => say(t('notices.accepted_done', { number })),
  });
  return (
    <Section title={t('notices.verify_title')}>
      <p className={styles['text']}>{notice.reply}</p>
      <div className={styles['buttons']}>
        <ActionButton
          label={t('notices.accept')}
          icon={IconCheck}
          kind="primary"
          busy={accept.busy}
          onRun={() => void accept.run(null)}
        />
        <ActionButton label={t('notices.reject')} icon={IconX} onRun={() => setRejecting(true)} />
      </div>
      <Dialog opened={rejecting} close={() => setRejecting(false)} title={t('notices.reject_title', { number })}>
        <RejectForm notice={notice} close={() => setRejecting(false)} />
      </Dialog>
    </Section>
  );
}

type RejectValues = { reason: string; deadlineAt: string | null };

function RejectForm({ notice, close }: { notice: NoticePage; close: () => void }) {
  const draft = useDraftForm<RejectValues>({
    subject: `notice/${notice.id}/reject`,
    initial: { reason: '', deadlineAt: null },
    check: ({ reason }) => ({ reason: reason.trim() ? null : t('notices.why_needed') }),
    send: ({ reason, deadlineAt }, options) =>
      api.post(
        `notices/${notice.id}/verify`,
        { accepted: false, reason, ...(deadlineAt ? { deadlineAt } : {}) },
        options,
      ),
    changes: () => changedBy(notice),
    done: () => {
      say(t('notices.rejected_done', { number: String(notice.number) }));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('notices.reject')}>
      <Textarea label={t('notices.reject_why')} required autosize minRows={2} {...form.getInputProps('reason')} />
      <MomentField
        label={t('notices.new_deadline')}
        description={t('notices.deadline_left_out')}
        value={form.values.deadlineAt}
        onChange={(at) => form.setFieldValue('deadlineAt', at)}
        error={form.errors['deadlineAt']}
      />
    </FormFrame>
  );
}
