import { Link } from '@tanstack/react-router';
import type { Notification, Notifications } from '../server/contract.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { When } from '../ui/when.tsx';
import { t } from '../words/words.ts';
import { addressOf } from './addresses.ts';
import styles from './notification-item.module.css';
import { toldWords } from './told.ts';
import { useAcknowledge, useMarkRead } from './notifications.ts';

type ItemProps = { one: Notification; names: Pick<Notifications, 'names' | 'departments'>; onOpen?: () => void };

/** One thing somebody was told: what, about which ticket, when; and "I know" where that is waited for. */
export function NotificationItem({ one, names, onOpen }: ItemProps) {
  const markRead = useMarkRead();
  const acknowledge = useAcknowledge();
  const { type, id } = one.ticket ? { type: 'ticket', id: one.ticket.id } : one.subject;
  const address = addressOf(type, id);
  const words = toldWords(one, names);
  const open = () => {
    if (one.readAt === null) void markRead.run(one);
    onOpen?.();
  };
  return (
    <li className={styles['item']} data-urgency={one.urgency} data-unread={one.readAt === null || undefined}>
      <span className={styles['mark']} aria-hidden />
      <div className={styles['text']}>
        {address === null ? (
          <strong>{words}</strong>
        ) : (
          <Link to={address} onClick={open}>
            {words}
          </Link>
        )}
        {one.ticket ? <p className="cut">{`${one.ticket.number} ${one.ticket.title}`}</p> : null}
        <p className="dim">
          {one.readAt === null ? <span className="sr-only">{t('notifications.unread')} </span> : null}
          <When at={one.at} />
        </p>
      </div>
      {one.acknowledgement === 'wanted' ? (
        <ActionButton
          label={t('notifications.acknowledge')}
          kind="primary"
          busy={acknowledge.busy}
          onRun={() => void acknowledge.run(one)}
        />
      ) : one.acknowledgement === 'given' ? (
        <span className="dim">{t('notifications.acknowledged')}</span>
      ) : one.readAt === null && address === null ? (
        <ActionButton label={t('notifications.mark_read')} kind="quiet" busy={markRead.busy} onRun={open} />
      ) : null}
    </li>
  );
}
