import { Textarea } from '@mantine/core';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { NoticePage } from './list-notices.ts';
import { changedBy } from './list-notices.ts';

/** What the department has done about it; whoever answers has signed for it too. */
export function ReplyForm({ notice }: { notice: NoticePage }) {
  const draft = useDraftForm({
    subject: `notice/${notice.id}/reply`,
    initial: { measures: '' },
    check: ({ measures }) => ({ measures: measures.trim() ? null : t('notices.reply_needed') }),
    send: (values, options) => api.post(`notices/${notice.id}/reply`, values, options),
    changes: () => changedBy(notice),
    done: () => say(t('notices.reply_done')),
  });
  return (
    <Section title={t('notices.reply_title')}>
      <FormFrame draft={draft} submit={t('notices.reply_now')}>
        <Textarea label={t('notices.reply')} required autosize minRows={3} {...draft.form.getInputProps('measures')} />
      </FormFrame>
    </Section>
  );
}
