import { IconMail } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { conversationsOut } from '../../../src/conversation/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import styles from './side.module.css';
import type { TicketView } from './view.ts';
import { subjectWords } from '../messages/conversation-view.ts';

type Conversations = z.output<typeof conversationsOut>;

/** Where this matter is written about, and the way to answer there. */
export function ConversationsOf({ ticket }: { ticket: TicketView }) {
  const navigate = useNavigate();
  const may = useRight('conversation.see');
  const answers = useRight('conversation.answer');
  const { data } = useRead<Conversations>('conversations', {
    about: ['conversation'],
    query: { ticket: ticket.id, state: 'all', limit: 10 },
    enabled: may,
  });
  const items = data?.items ?? [];
  const [newest] = items;
  if (!newest) return null;
  return (
    <section>
      <h2>{t('messages.conversations')}</h2>
      {items.map((one) => (
        <div key={one.id} className={styles['item']}>
          <header>
            <ThingLink type="conversation" id={one.id}>
              {subjectWords(one.subject)}
            </ThingLink>
            <When at={one.lastAt} className="dim" />
          </header>
          <p className="dim">{one.excerpt}</p>
        </div>
      ))}
      {answers ? (
        <div className={styles['buttons']}>
          <ActionButton
            label={t('messages.by_mail')}
            icon={IconMail}
            onRun={() => void navigate({ to: '/messages/$conversationId', params: { conversationId: newest.id } })}
          />
        </div>
      ) : null}
    </section>
  );
}
