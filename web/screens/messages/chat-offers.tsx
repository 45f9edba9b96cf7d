import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { onTick } from '../../ui/ticker.ts';
import { ms, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Offer } from './chat.ts';
import styles from './chat.module.css';
import { changedBy } from './conversation-view.ts';

/** Chats I am asked to take, with the seconds that are left for it. */
export function ChatOffers({ offers }: { offers: readonly Offer[] }) {
  return (
    <div role="alert" className={styles['offers']}>
      {offers.map((offer) => (
        <OneOffer key={`${offer.id} ${offer.endsAt}`} offer={offer} />
      ))}
    </div>
  );
}

function OneOffer({ offer: { id, name, text, from, endsAt } }: { offer: Offer }) {
  const navigate = useNavigate();
  const changes = () => changedBy(id);
  const accept = useWrite<void>({
    send: (_, options) => api.post(`conversations/${id}/chat/accept`, {}, options),
    changes,
    done: () => void navigate({ to: '/messages/$conversationId', params: { conversationId: id } }),
  });
  const decline = useWrite<void>({
    send: (_, options) => api.post(`conversations/${id}/chat/decline`, {}, options),
    changes,
  });
  const left = useSecondsLeft(endsAt);
  return (
    <div className={styles['offer']}>
      <span className={styles['who']}>
        <b>{name || t('chat.visitor')}</b>
        <span className="dim">{from ? t('chat.offered_from', { name: from.name }) : t('chat.offered')}</span>
      </span>
      <span className="cut">{text}</span>
      <span aria-hidden className="dim">
        {t('chat.seconds', { count: left })}
      </span>
      <ActionButton
        label={t('chat.accept')}
        kind="primary"
        hotkey="y"
        busy={accept.busy}
        onRun={() => void accept.run()}
      />
      <ActionButton label={t('chat.decline')} kind="quiet" busy={decline.busy} onRun={() => void decline.run()} />
    </div>
  );
}

function useSecondsLeft(at: string): number {
  const [left, setLeft] = useState(() => secondsTo(at, nowMs()));
  useEffect(() => onTick((now) => setLeft(secondsTo(at, now))), [at]);
  return left;
}

const secondsTo = (at: string, now: number): number => Math.max(0, Math.ceil((ms(at) - now) / 1000));
