import { ActionButton } from '../../ui/action-button.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { Notice } from '../../ui/section.tsx';
import { t } from '../../words/words.ts';
import type { Answer } from './answer.ts';
import type { ConversationView } from './conversation-view.ts';
import { whoWrites } from './conversation-view.ts';
import styles from './messages.module.css';

type MeanwhileProps = { conversation: ConversationView; draft: DraftForm<Answer> };

/** While an answer was being written somebody else wrote: what, and that it has to be read before the answer goes. */
export function Meanwhile({ conversation, draft: { form } }: MeanwhileProps) {
  const { seen } = form.values;
  const { newestId } = conversation;
  const newest = conversation.messages.find(({ id }) => id === newestId);
  if (seen === '' || newestId === null || seen === newestId || !newest) return null;
  const out = newest.direction === 'out';
  const name = newest.author.person?.name ?? whoWrites(conversation);
  return (
    <div role="alert">
      <Notice tone="soon">
        <p>{out ? t('messages.meanwhile_out', { name }) : t('messages.meanwhile_in', { name })}</p>
        <blockquote className={styles['text']}>{newest.text.slice(0, 600)}</blockquote>
        <ActionButton label={t('messages.have_read')} onRun={() => form.setFieldValue('seen', newestId)} />
      </Notice>
    </div>
  );
}
