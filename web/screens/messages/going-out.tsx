import { useEffect, useState } from 'react';
import { useSession } from '../../session/session.ts';
import { ms, nowMs, spoken } from '../../ui/time.ts';
import { onTick } from '../../ui/ticker.ts';
import { t } from '../../words/words.ts';
import type { ConversationView, Message } from './conversation-view.ts';
import styles from './messages.module.css';
import { TakeBack } from './take-back.tsx';

/** Counted down aloud in seconds below this; later it is a moment. */
const COUNTED = 60_000;

/** My answers that have not gone: how long they can be taken back, and the button that does it. */
export function GoingOut({ conversation }: { conversation: ConversationView }) {
  const me = useSession().person.id;
  const going = conversation.messages.filter(
    (message) => message.state === 'waiting' && message.author.person?.id === me && message.sendAt !== null,
  );
  return going.map((message) => <Going key={message.id} conversation={conversation} message={message} />);
}

function Going({ conversation, message }: { conversation: ConversationView; message: Message }) {
  const left = useSecondsLeft(message.sendAt!);
  if (left <= 0) return null;
  const soon = left * 1000 <= COUNTED;
  return (
    <div className={styles['going']} role="group" aria-label={t('messages.take_back')}>
      <span aria-live="off">
        {soon ? t('messages.goes_in', { count: left }) : t('messages.goes_at', { at: spoken(message.sendAt!) })}
      </span>
      <TakeBack conversation={conversation} message={message} />
    </div>
  );
}

/** Rendered once a second, and only this line. */
function useSecondsLeft(at: string): number {
  const [left, setLeft] = useState(() => Math.ceil((ms(at) - nowMs()) / 1000));
  useEffect(() => onTick((now) => setLeft(Math.ceil((ms(at) - now) / 1000))), [at]);
  return left;
}
