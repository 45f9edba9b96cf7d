import { Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { later } from '../routes/later.ts';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { numberWords } from '../ui/time.ts';
import { speakOfAll, t } from '../words/words.ts';
import { useNotifications } from './notifications.ts';
import styles from './notifications-button.module.css';

/** What it says comes with the words of all screens: nobody opens it before the frame stands. */
const NotificationItem = later(async () => {
  await speakOfAll();
  return (await import('./notification-item.tsx')).NotificationItem;
});

/** What has happened that this person should know, newest first; what waits for a "seen" stands out. */
export function NotificationsButton() {
  const [opened, setOpened] = useState(false);
  const { data, error, refetch } = useNotifications();
  const unread = data?.unread ?? 0;
  const count = unread > 99 ? '99+' : numberWords(unread);
  const close = () => setOpened(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={400} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles['bell']}
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
          aria-label={t('notifications.button', { count })}
        >
          <IconBell size={19} stroke={1.7} aria-hidden />
          {unread > 0 ? (
            <span className={styles['badge']} aria-hidden>
              {count}
            </span>
          ) : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('notifications.title')}>
        {error && !data ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
        {data?.items.length === 0 ? (
          <EmptyState title={t('notifications.none')}>{t('notifications.none_why')}</EmptyState>
        ) : null}
        <Suspense fallback={null}>
          <ul className={styles['items']}>
            {data?.items.slice(0, 8).map((one) => (
              <NotificationItem key={one.id} one={one} names={data} onOpen={close} />
            ))}
          </ul>
        </Suspense>
        <Link to="/notifications" className={styles['all']} onClick={close}>
          {t('notifications.all')}
        </Link>
      </Popover.Dropdown>
    </Popover>
  );
}
