import { IconArrowsJoin2, IconEyeCode, IconMessageReply, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { apiUrl } from '../../server/base.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import { AsSent } from './as-sent.tsx';
import type { ConversationView, Message } from './conversation-view.ts';
import { isTheirs } from './conversation-view.ts';
import { JoinMatter } from './join-matter.tsx';
import styles from './messages.module.css';
import { answering } from './put-back.ts';
import { OpenMatter } from './open-matter-later.tsx';
import { TakeBack } from './take-back.tsx';

type Opened = 'sent' | 'open' | 'join' | null;

/** What can be done with one message: a matter made of it or joined by it, its own looks, and ours taken back. */
export function MessageActs({ conversation, message }: { conversation: ConversationView; message: Message }) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  if (message.direction === 'note') return null;
  return (
    <div className={styles['acts']} role="group" aria-label={t('messages.acts_on')}>
      {conversation.group && isTheirs(message) ? (
        <ActionButton
          label={t('messages.answer_this')}
          icon={IconMessageReply}
          kind="quiet"
          can={conversation.can}
          action="answer"
          onRun={() => answering.set({ id: conversation.id, messageId: message.id })}
        />
      ) : null}
      {isTheirs(message) && message.sort !== 'automatic' ? (
        <ActionButton
          label={t('messages.open_matter')}
          icon={IconPlus}
          kind="quiet"
          can={conversation.can}
          action="open"
          onRun={() => setOpened('open')}
        />
      ) : null}
      <ActionButton
        label={t('messages.join_matter')}
        icon={IconArrowsJoin2}
        kind="quiet"
        can={conversation.can}
        action="answer"
        onRun={() => setOpened('join')}
      />
      {message.hasHtml ? (
        <ActionButton label={t('messages.as_sent')} icon={IconEyeCode} kind="quiet" onRun={() => setOpened('sent')} />
      ) : null}
      {message.hasRaw ? (
        <a href={apiUrl(`messages/${message.id}/raw`)} download>
          {t('messages.raw')}
        </a>
      ) : null}
      {message.state === 'waiting' ? <TakeBack conversation={conversation} message={message} kind="quiet" /> : null}
      <AsSent message={message} opened={opened === 'sent'} close={close} />
      <OpenMatter conversation={conversation} of={[message.id]} opened={opened === 'open'} close={close} />
      <JoinMatter conversation={conversation} of={[message.id]} opened={opened === 'join'} close={close} />
    </div>
  );
}
