import { useState } from 'react';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { MessageCard } from './message-card.tsx';
import styles from './messages.module.css';

/** All of it in the order in which it was written; it stands at the newest until somebody scrolls up. */
export function Thread({ conversation }: { conversation: ConversationView }) {
  const { messages } = conversation;
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [seen, setSeen] = useState(-1);
  if (element && seen !== messages.length) {
    setSeen(messages.length);
    requestAnimationFrame(() => element.scrollTo({ top: element.scrollHeight }));
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div ref={setElement} className={styles['scroll']} tabIndex={0} role="group" aria-label={t('messages.pane_thread')}>
      <ol className={styles['messages']}>
        {messages.map((message) => (
          <li key={message.id}>
            <MessageCard conversation={conversation} message={message} />
          </li>
        ))}
      </ol>
    </div>
  );
}
