import { Checkbox, Textarea } from '@mantine/core';
import { IconClock, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { Suspense, useState } from 'react';
import { KIND_FACTS } from '../../../src/channel/kinds.ts';
import { UnderField } from '../../phrases/under-field.tsx';
import { later } from '../../routes/later.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { t } from '../../words/words.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import type { Answer } from './answer.ts';
import { newestSeen, useAnswer, written } from './answer.ts';
import { AttachedFiles, AttachFiles } from './attach-files.tsx';
import type { ConversationView } from './conversation-view.ts';
import { whoWrites } from './conversation-view.ts';
import { Meanwhile } from './meanwhile.tsx';
import styles from './messages.module.css';
import { useFocus } from './note-form.tsx';

const MomentField = later(() => import('../../ui/form/moment-field.tsx').then((file) => file.MomentField));
const Parts = later(() => import('./parts.tsx').then((file) => file.Parts));

/** Which message of a group is answered; unless one was chosen, the newest is. */
function Answered({ conversation, draft: { form } }: { conversation: ConversationView; draft: DraftForm<Answer> }) {
  const message = conversation.messages.find(({ id }) => id === form.values.answers);
  if (!message) return null;
  const name = message.author.name || message.author.address;
  return (
    <div className={styles['answered']}>
      <span className="cut">{t('messages.answering', { name, words: message.text.trim().slice(0, 120) })}</span>
      <ActionButton
        label={t('messages.answering_end')}
        icon={IconX}
        kind="quiet"
        onRun={() => form.setFieldValue('answers', '')}
      />
    </div>
  );
}

/** What goes to the customer: at once with ten seconds to take it back, or at a moment that is named. */
export function AnswerForm({ conversation, focus }: { conversation: ConversationView; focus: number }) {
  const field = useFocus(focus);
  const draft = useAnswer(conversation);
  const { form } = draft;
  const { chat } = conversation;
  const newestId = newestSeen(conversation.newestId, chat);
  const [timed, setTimed] = useState(false);
  const { sendAt, files } = form.values;
  const atTime = timed || sendAt !== null;
  const write = (text: string) => form.setValues(written(text, form.getValues(), newestId));
  return (
    <>
      <Meanwhile conversation={conversation} draft={draft} />
      <Answered conversation={conversation} draft={draft} />
      <FormFrame
        draft={draft}
        submit={t('messages.send')}
        beside={
          <>
            {KIND_FACTS[conversation.channel.kind].files ? (
              <AttachFiles value={files} onChange={(next) => form.setFieldValue('files', next)} />
            ) : null}
            <ActionButton
              label={t(atTime ? 'messages.now' : 'messages.later')}
              icon={IconClock}
              kind="quiet"
              onRun={() => {
                setTimed(!atTime);
                if (atTime) form.setFieldValue('sendAt', null);
              }}
            />
            <Checkbox
              className={styles['tick'] ?? ''}
              label={t('messages.and_close')}
              title={t('messages.and_close_why')}
              {...form.getInputProps('closes', { type: 'checkbox' })}
            />
          </>
        }
      >
        <Textarea
          ref={field}
          aria-label={t('messages.answer_to', { name: whoWrites(conversation) })}
          placeholder={chat ? t('chat.enter_sends') : t('messages.hint_answer', { name: whoWrites(conversation) })}
          autosize
          minRows={chat ? 1 : 3}
          maxRows={14}
          {...form.getInputProps('text')}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={chat ? sendOnEnter : undefined}
        />
        <UnderField
          of={{ conversation: conversation.id }}
          about={[`conversation/${conversation.id}`]}
          field={field}
          form={form}
          write={write}
        />
        {conversation.channel.kind === 'sms' ? (
          <Suspense>
            <Parts text={form.values.text} />
          </Suspense>
        ) : null}
        <AttachedFiles value={files} onChange={(next) => form.setFieldValue('files', next)} />
        {atTime ? (
          <Suspense fallback={null}>
            <MomentField
              label={t('messages.send_at')}
              value={sendAt}
              error={form.errors['sendAt']}
              onChange={(at) => form.setFieldValue('sendAt', at)}
            />
          </Suspense>
        ) : null}
      </FormFrame>
    </>
  );
}

/** One line is one message; whoever composes a word by its sound presses Enter for that. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
