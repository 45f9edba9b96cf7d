import { useEffect } from 'react';
import type { Instant } from '../../../src/kernel/time.ts';
import { ApiError, api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { refresh } from '../../server/queries.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { useStore } from '../../ui/store.ts';
import { ms, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';
import { answering, takenBack } from './put-back.ts';

export type Attached = { id: string; name: string; size: number };

/**
 * An answer as it is being written. `seen` is the newest message when it was begun: what came since, its writer has yet to read.
 * `id` is made then too: sent twice, even after a reload, it goes once.
 */
export type Answer = {
  id: string;
  text: string;
  files: Attached[];
  sendAt: string | null;
  closes: boolean;
  evenSo: boolean;
  seen: string;
  /** In a group: the message it answers; empty: their newest. */
  answers: string;
};

const nothingYet: Answer = {
  id: '',
  text: '',
  files: [],
  sendAt: null,
  closes: false,
  evenSo: false,
  seen: '',
  answers: '',
};

/** The draft of an answer, and how it goes. */
export function useAnswer({ id, newestId: newest, chat }: ConversationView): DraftForm<Answer> {
  const newestId = newestSeen(newest, chat);
  const draft = useDraftForm<Answer>({
    subject: `conversation/${id}/answer`,
    initial: nothingYet,
    check: ({ text, sendAt }) => ({
      text: text.trim() ? null : t('messages.text_needed'),
      sendAt: sendAt && ms(sendAt) <= nowMs() ? t('messages.in_past') : null,
    }),
    send: (answer, options) =>
      api.post<void>(`conversations/${id}/answers`, bodyOf(answer, newestId), options).catch((problem: unknown) => {
        if (problem instanceof ApiError && problem.status === 409) void refresh([`conversation/${id}`]);
        throw problem;
      }),
    changes: () => changedBy(id),
  });
  const { form } = draft;
  const back = useStore(takenBack);
  useEffect(() => {
    if (back?.id !== id) return;
    takenBack.set(null);
    // what was newest was the answer itself: what its writer has before him is settled when he goes on
    if (form.getValues().text.trim() === '') form.setValues(written(back.text, nothingYet, null));
  }, [back, id, form]);
  const chosen = useStore(answering);
  useEffect(() => {
    if (chosen?.id !== id) return;
    answering.set(null);
    form.setFieldValue('answers', chosen.messageId);
  }, [chosen, id, form]);
  return draft;
}

/** In a chat both write at once, and one of us has it: nobody is held up for what came while he wrote. */
export const newestSeen = (newestId: string | null, chat: ConversationView['chat']): string | null =>
  chat ? null : newestId;

function bodyOf({ id, text, files, sendAt, closes, evenSo, seen, answers }: Answer, newestId: string | null) {
  const newest = seen || newestId;
  return {
    id,
    text: text.trim(),
    closes,
    evenSo,
    fileIds: files.map((file) => file.id),
    ...(newest ? { seen: newest } : {}),
    ...(answers ? { answers } : {}),
    ...(sendAt ? { sendAt: sendAt as Instant } : {}),
  };
}

/** With the first letter it is settled what its writer had before him; with the last one gone it is open again. */
export function written(text: string, before: Answer, newestId: string | null): Partial<Answer> {
  if (text === '') return { text, id: '', seen: '' };
  return { text, id: before.id || newId<'message'>(nowMs()), seen: before.seen || (newestId ?? '') };
}
