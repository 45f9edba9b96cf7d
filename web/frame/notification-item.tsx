import { Link } from '@tanstack/react-router';
import type { Notification } from '../contract.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { When } from '../ui/when.tsx';
import { said, t } from '../words/words.ts';
import { addressOf } from './addresses.ts';
import styles from './notification-item.module.css';
import { useAcknowledge, useMarkRead } from './notifications.ts';

export function NotificationItem({ one, onOpen }: { one: Notification; onOpen?: () => void }) {
  const markRead = useMarkRead();
  const acknowledge = useAcknowledge();
  const address = one.subject ? addressOf(one.subject.type, one.subject.id) : null;
  const open = () => {
    if (one.readAt === null) void markRead.run(one);
    onOpen?.();
  };
  return (
    <li className={styles['item']} data-urgency={one.urgency} data-unread={one.readAt === null || undefined}>
      <span className={styles['mark']} aria-hidden />
      <div className={styles['text']}>
        {address === null ? (
          <strong>{said(one.title)}</strong>
        ) : (
          <Link to={address} onClick={open}>
            {said(one.title)}
          </Link>
        )}
        {one.body ? <p>{said(one.body)}</p> : null}
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
