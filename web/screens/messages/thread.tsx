import { Scroller } from '../../ui/scroller.tsx';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { MessageCard } from './message-card.tsx';
import styles from './messages.module.css';

/** All of it in the order in which it was written. */
export function Thread({ conversation }: { conversation: ConversationView }) {
  const { messages } = conversation;
  return (
    <Scroller count={messages.length} label={t('messages.pane_thread')}>
      <ol className={styles['messages']}>
        {messages.map((message) => (
          <li key={message.id}>
            <MessageCard conversation={conversation} message={message} />
          </li>
        ))}
      </ol>
    </Scroller>
  );
}
