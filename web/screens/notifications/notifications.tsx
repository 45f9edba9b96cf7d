import { useMarkAllRead } from '../../frame/notifications.ts';
import { NotificationItem } from '../../frame/notification-item.tsx';
import type { Notification, Notifications as Answer } from '../../server/contract.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import styles from './notifications.module.css';

/** All that was ever told to this person, newest first. */
export function Notifications() {
  const pages = usePages<Notification, Answer>('notifications', { about: ['notification'] });
  const items = pageItems(pages.data);
  const markAll = useMarkAllRead();
  const names = {
    names: Object.assign({}, ...(pages.data?.pages.map((page) => page.names) ?? [])),
    departments: Object.assign({}, ...(pages.data?.pages.map((page) => page.departments) ?? [])),
  };
  const unread = pages.data?.pages[0]?.unread ?? 0;
  const actions =
    unread > 0 ? (
      <ActionButton label={t('notifications.mark_all')} busy={markAll.busy} onRun={() => void markAll.run()} />
    ) : null;
  return (
    <Page title={t('notifications.title')} actions={actions}>
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
            <NotificationItem key={one.id} one={one} names={names} />
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
