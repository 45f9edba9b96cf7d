import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useOpenTab } from '../../frame/tabs.ts';
import { PresentAt } from '../../matter/present.tsx';
import { useLooking } from '../../server/presence.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { hasDraft } from '../../ui/form/draft-store.ts';
import { Page, Panes } from '../../ui/page.tsx';
import { usePhone } from '../../ui/phone.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import frame from '../ticket/ticket.module.css';
import { Acts } from './acts.tsx';
import { ChatBar } from './chat-later.tsx';
import { Composer } from './composer.tsx';
import type { ConversationView } from './conversation-view.ts';
import { subjectWords, useConversation, whoWrites } from './conversation-view.ts';
import styles from './messages.module.css';
import { Side } from './side.tsx';
import { Thread } from './thread.tsx';

/** What was written, to us and by us; who it is; and what can be done about it. */
export function Conversation() {
  const { conversationId: id } = useParams({ from: '/inside/messages/$conversationId' });
  const { data, error, refetch } = useConversation(id);
  if (data) return <Loaded key={id} conversation={data} />;
  return (
    <Page title={t('messages.one')}>
      {error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={12} />}
    </Page>
  );
}

const panes = ['thread', 'side'] as const;
type Pane = (typeof panes)[number];

function Loaded({ conversation }: { conversation: ConversationView }) {
  const [pane, setPane] = useState<Pane>('thread');
  const phone = usePhone();
  const { id } = conversation;
  const title = subjectWords(conversation) || whoWrites(conversation);
  useLooking(id, () => hasDraft(`conversation/${id}/`));
  useOpenTab({ type: 'conversation', id, title: tabTitle(conversation) });
  return (
    <Page title={title} shape="fill" aside={<Aside conversation={conversation} />} actions={<Acts of={conversation} />}>
      <div className={frame['frame']}>
        {phone ? (
          <div className={frame['switch']}>
            <Choices
              label={t('messages.shown')}
              options={panes.map((value) => ({ value, label: t(`messages.pane_${value}`) }))}
              value={pane}
              onChange={(next) => next && setPane(next)}
            />
          </div>
        ) : null}
        <Panes columns="minmax(0, 1fr) minmax(19rem, 26rem)" shown={panes.indexOf(pane) + 1}>
          <section
            className={styles['thread']}
            data-chat={conversation.chat ? '' : undefined}
            aria-label={t('messages.pane_thread')}
          >
            {conversation.chat ? <ChatBar /> : null}
            <Thread conversation={conversation} />
            <Composer conversation={conversation} />
          </section>
          <div>
            <Side conversation={conversation} />
          </div>
        </Panes>
      </div>
    </Page>
  );
}

const tabTitle = (conversation: ConversationView): string =>
  [whoWrites(conversation), subjectWords(conversation)].filter(Boolean).join(' · ').slice(0, 200);

function Aside({ conversation: { id, channel, closedBecause, owner } }: { conversation: ConversationView }) {
  return (
    <span className={frame['aside']}>
      {channel.name}
      <span className={frame['stage']} data-class={closedBecause ? 'closed' : owner ? 'active' : 'new'}>
        {closedBecause ? t(`messages.closed_${closedBecause}`) : (owner?.name ?? t('messages.nobody'))}
      </span>
      <PresentAt ticketId={id} />
    </span>
  );
}
