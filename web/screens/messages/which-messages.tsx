import { Checkbox } from '@mantine/core';
import { spoken } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { isTheirs } from './conversation-view.ts';
import styles from './messages.module.css';

type WhichProps = {
  conversation: ConversationView;
  value: readonly string[];
  onChange: (ids: string[]) => void;
  error?: React.ReactNode;
};

/** Of which of his messages a matter is made, or which belong to it. */
export function WhichMessages({ conversation, value, onChange, error }: WhichProps) {
  const theirs = conversation.messages.filter(isTheirs);
  return (
    <Checkbox.Group label={t('messages.which_messages')} value={[...value]} onChange={onChange} error={error}>
      <div className={styles['which']}>
        {theirs.map((message) => (
          <Checkbox
            key={message.id}
            value={message.id}
            label={`${spoken(message.at)} · ${message.text.trim().slice(0, 80)}`}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
