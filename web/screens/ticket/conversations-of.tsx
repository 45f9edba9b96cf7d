import { IconMail, IconMailQuestion } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { z } from 'zod';
import type { conversationsOut } from '../../../src/conversation/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { later } from '../../routes/later.ts';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { subjectWords, whoWrites } from '../messages/conversation-view.ts';
import styles from './side.module.css';
import type { TicketView } from './view.ts';

type Conversations = z.output<typeof conversationsOut>;

const AskAside = later(() => import('../messages/ask-aside.tsx').then((file) => file.AskAside));

/** Where this matter is written about, with its customer and with others, and the way to answer there. */
export function ConversationsOf({ ticket }: { ticket: TicketView }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const may = useRight('conversation.see');
  const answers = useRight('conversation.answer');
  const { data } = useRead<Conversations>('conversations', {
    about: ['conversation'],
    query: { ticket: ticket.id, state: 'all', limit: 10 },
    enabled: may,
  });
  const items = data?.items ?? [];
  const newest = items.find(({ about }) => about === null);
  if (items.length === 0 && !answers) return null;
  return (
    <section>
      <h2>{t('messages.conversations')}</h2>
      {items.map((one) => (
        <div key={one.id} className={styles['item']}>
          <header>
            <ThingLink type="conversation" id={one.id}>
              {subjectWords(one) || whoWrites(one)}
            </ThingLink>
            <When at={one.lastAt} className="dim" />
          </header>
          <p className="dim">
            {one.about ? t('messages.aside_with', { name: one.correspondent.name || one.correspondent.address }) : null}{' '}
            {one.excerpt}
          </p>
        </div>
      ))}
      {answers ? (
        <div className={styles['buttons']}>
          {newest ? (
            <ActionButton
              label={t(newest.channel.kind === 'mail' ? 'messages.by_mail' : 'messages.answer')}
              icon={IconMail}
              onRun={() => void navigate({ to: '/messages/$conversationId', params: { conversationId: newest.id } })}
            />
          ) : null}
          <ActionButton label={t('messages.ask_aside')} icon={IconMailQuestion} onRun={() => setAsking(true)} />
        </div>
      ) : null}
      {asking ? (
        <Suspense fallback={null}>
          <AskAside ticketId={ticket.id} title={ticket.title} opened close={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
