import { TextInput } from '@mantine/core';
import { api } from '../../server/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { NoticePage } from './list-notices.ts';
import { changedBy } from './list-notices.ts';

type WithdrawProps = { notice: NoticePage; opened: boolean; close: () => void };

/** Takes a notice back, with the reason; its number stays. */
export function WithdrawDialog({ notice, opened, close }: WithdrawProps) {
  const title = t('notices.withdraw_title', { number: String(notice.number) });
  return (
    <Dialog opened={opened} close={close} title={title}>
      <WithdrawForm notice={notice} close={close} />
    </Dialog>
  );
}

function WithdrawForm({ notice, close }: Omit<WithdrawProps, 'opened'>) {
  const draft = useDraftForm({
    subject: `rectification/${notice.id}/withdraw`,
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? null : t('notices.why_needed') }),
    send: (values, options) => api.post(`notices/${notice.id}/withdraw`, values, options),
    changes: () => changedBy(notice),
    done: () => {
      say(t('notices.withdrawn_done', { number: String(notice.number) }));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('notices.withdraw')}>
      <TextInput
        label={t('notices.withdraw_reason')}
        required
        maxLength={200}
        data-autofocus
        {...draft.form.getInputProps('reason')}
      />
    </FormFrame>
  );
}
