import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { AttachedFiles, AttachFiles } from './attach-files.tsx';
import type { Attached } from './answer.ts';
import { changedBy } from './conversation-view.ts';

type AskAsideProps = { ticketId: string; title: string; opened: boolean; close: () => void };
type Values = { name: string; address: string; subject: string; text: string; files: Attached[] };

/** Asks a firm or an office about a matter; its answer comes back into it, and the customer sees nothing of it. */
export function AskAside({ opened, close, ...of }: AskAsideProps) {
  return (
    <Dialog opened={opened} close={close} title={t('messages.ask_aside')} size="lg">
      <AsideForm {...of} done={close} />
    </Dialog>
  );
}

function AsideForm({ ticketId, title, done }: { ticketId: string; title: string; done: () => void }) {
  const [ids] = useState(() => ({ id: newId<'message'>(nowMs()), conversationId: newId<'conversation'>(nowMs()) }));
  const draft = useDraftForm<Values>({
    subject: `ticket/${ticketId}/aside`,
    initial: { name: '', address: '', subject: title, text: '', files: [] },
    check: ({ address, subject, text }) => ({
      address: /^\S+@\S+$/.test(address.trim()) ? null : t('messages.address_needed'),
      subject: subject.trim() ? null : t('messages.subject_needed'),
      text: text.trim() ? null : t('messages.text_needed'),
    }),
    send: ({ name, address, subject, text, files }, options) =>
      api.post<void>(
        `tickets/${ticketId}/asides`,
        {
          ...ids,
          to: { name: name.trim(), address: address.trim() },
          subject: subject.trim(),
          text: text.trim(),
          fileIds: files.map((file) => file.id),
        },
        options,
      ),
    changes: () => [...changedBy(ids.conversationId), `ticket/${ticketId}`],
    done,
  });
  const { form } = draft;
  const { files } = form.values;
  const keep = (next: Attached[]) => form.setFieldValue('files', next);
  return (
    <FormFrame draft={draft} submit={t('messages.send')} beside={<AttachFiles value={files} onChange={keep} />}>
      <p className="dim">{t('messages.aside_why')}</p>
      <TextInput label={t('messages.aside_name')} {...form.getInputProps('name')} />
      <TextInput label={t('messages.aside_address')} type="email" required {...form.getInputProps('address')} />
      <TextInput label={t('messages.subject')} required {...form.getInputProps('subject')} />
      <Textarea
        label={t('messages.aside_text')}
        required
        autosize
        minRows={5}
        maxRows={14}
        {...form.getInputProps('text')}
      />
      <AttachedFiles value={files} onChange={keep} />
    </FormFrame>
  );
}
