import { NotificationItem } from '../../frame/notification-item.tsx';
import type { Notification } from '../../contract.ts';
import { pageItems, usePages } from '../../queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import styles from './notifications.module.css';

/** All that was ever told to this person, newest first. */
export function Notifications() {
  const pages = usePages<Notification>('notifications', { about: ['notification'] });
  const items = pageItems(pages.data);
  return (
    <Page title={t('notifications.title')}>
      {pages.error && items.length === 0 ? (
        <ErrorState problem={pages.error} retry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <LoadingLines count={8} height={36} /> : null}
      {pages.isSuccess && items.length === 0 ? (
        <EmptyState title={t('notifications.none')}>{t('notifications.none_why')}</EmptyState>
      ) : null}
      {items.length > 0 ? (
        <ul className={styles['list']}>
          {items.map((one) => (
            <NotificationItem key={one.id} one={one} />
          ))}
        </ul>
      ) : null}
      {pages.hasNextPage ? (
        <div className={styles['more']}>
          <ActionButton
            label={t('list.more')}
            busy={pages.isFetchingNextPage}
            onRun={() => void pages.fetchNextPage()}
          />
        </div>
      ) : null}
    </Page>
  );
}
