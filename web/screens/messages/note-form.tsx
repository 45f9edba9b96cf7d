import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { stillNamed, useMention } from '../../matter/mention.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';
import styles from './messages.module.css';

type WritingProps = { conversation: ConversationView; focus: number };

const fresh = () => newId<'message'>(nowMs());

/** The cursor goes to the field whenever its key was pressed. */
export function useFocus(focus: number) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);
  return field;
}

/** A word among ourselves. */
export function NoteForm({ conversation: { id }, focus }: WritingProps) {
  const field = useFocus(focus);
  const [noteId, setNoteId] = useState(fresh);
  const draft = useDraftForm({
    subject: `conversation/${id}/note`,
    initial: { text: '', mentions: [] as Picked[] },
    check: ({ text }) => ({ text: text.trim() ? null : t('messages.text_needed') }),
    send: ({ text, mentions }, options) =>
      api.post(
        `conversations/${id}/notes`,
        { id: noteId, text: text.trim(), mentions: stillNamed(text, mentions) },
        options,
      ),
    changes: () => changedBy(id),
    done: () => setNoteId(fresh()),
  });
  const { form } = draft;
  const mention = useMention({
    at: `conversations/${id}`,
    field,
    offered: true,
    add: (text, who) => form.setValues({ text, mentions: [...form.getValues().mentions, who] }),
  });
  return (
    <div className={styles['inside_field']}>
      <FormFrame draft={draft} submit={t('messages.keep_note')} beside={mention.button}>
        <Textarea
          ref={field}
          aria-label={t('messages.note')}
          placeholder={t('messages.hint_note')}
          autosize
          minRows={2}
          maxRows={9}
          {...form.getInputProps('text')}
          {...mention.props}
        />
        {mention.picker}
      </FormFrame>
    </div>
  );
}
