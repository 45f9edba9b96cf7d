import { NativeSelect, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AWAY_REASONS } from '../../../src/channel/chat/chat.ts';
import { api } from '../../server/api.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import type { Me } from './chat.ts';
import { useChatChannel, useMe } from './chat.ts';
import styles from './chat.module.css';
import { ChatOffers } from './chat-offers.tsx';
import { ChatQueue } from './chat-queue.tsx';
import type { ConversationLine } from './conversation-view.ts';
import { whoWrites } from './conversation-view.ts';

/** Whether I take chats, who waits for me and for all of us, and the chats I have: several at once, a press apart. */
export function ChatBar({ queue = false }: { queue?: boolean }) {
  const channel = useChatChannel();
  const answers = useSession().rights.includes('conversation.answer');
  if (!channel || !answers) return null;
  return <Bar channel={channel} queue={queue} />;
}

function Bar({ channel, queue }: { channel: string; queue: boolean }) {
  const me = useMe();
  if (!me) return null;
  return (
    <section className={styles['bar']} aria-label={t('chat.desk')}>
      <div className={styles['line']}>
        <ReadySwitch me={me} />
        <MyChats channel={channel} />
      </div>
      <ChatOffers offers={me.offers} />
      {queue ? <ChatQueue /> : null}
    </section>
  );
}

function ReadySwitch({ me: { state, reason } }: { me: Me }) {
  const [asking, setAsking] = useState(false);
  const set = useWrite<object>({
    send: (body, options) => api.put('chat/me', body, options),
    changes: () => ['conversation', 'person', 'commitment'],
    done: () => setAsking(false),
  });
  const ready = state === 'ready';
  return (
    <>
      <Switch
        checked={ready}
        disabled={set.busy}
        label={ready ? t('chat.take') : reason ? t(`chat.is_${reason}`) : t('chat.take_none')}
        onChange={(event) => (event.currentTarget.checked ? void set.run({ state: 'ready' }) : setAsking(true))}
      />
      <Dialog opened={asking} close={() => setAsking(false)} title={t('chat.go_away')}>
        <Away go={(why) => void set.run({ state: 'away', reason: why })} busy={set.busy} />
      </Dialog>
    </>
  );
}

function Away({ go, busy }: { go: (reason: string) => void; busy: boolean }) {
  const [reason, setReason] = useState<string>('wrap_up');
  return (
    <div className={styles['stack']}>
      <p className="dim">{t('chat.go_away_why')}</p>
      <NativeSelect
        label={t('chat.state')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={['wrap_up', ...AWAY_REASONS.filter((one) => one !== 'wrap_up')].map((value) => ({
          value,
          label: t(`chat.away_${value as (typeof AWAY_REASONS)[number]}`),
        }))}
      />
      <ActionButton label={t('chat.go_away')} kind="primary" busy={busy} onRun={() => go(reason)} />
    </div>
  );
}

/** Each a press apart; whoever waits for a word is marked. */
function MyChats({ channel }: { channel: string }) {
  const pages = usePages<ConversationLine>('conversations', {
    about: ['conversation'],
    query: { state: 'open', owner: 'mine', channel },
  });
  const mine = pageItems(pages.data);
  if (mine.length === 0) return null;
  return (
    <nav className={styles['mine']} aria-label={t('chat.mine')}>
      {mine.map((line) => (
        <Link
          key={line.id}
          to="/messages/$conversationId"
          params={{ conversationId: line.id }}
          data-waits={line.waitingSince !== null || undefined}
        >
          {whoWrites(line)}
          {line.waitingSince ? <span className="sr-only">{t('chat.visitor_waits')}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
