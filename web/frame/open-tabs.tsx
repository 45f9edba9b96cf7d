import { CloseButton } from '@mantine/core';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import type { OpenTab } from '../server/contract.ts';
import { t } from '../words/words.ts';
import { addressOf } from './addresses.ts';
import styles from './open-tabs.module.css';
import { closeTab, titleOf, useTabs } from './tabs.ts';

/** The work somebody has open, side by side in the top bar or one under the other on a telephone. */
export function OpenTabs({ stacked = false, onOpen }: { stacked?: boolean; onOpen?: () => void }) {
  const tabs = useTabs();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  const close = (tab: OpenTab, at: number) => {
    closeTab(tab);
    if (addressOf(tab.type, tab.id) !== here) return;
    const next = tabs[at + 1] ?? tabs[at - 1];
    void navigate({ to: (next && addressOf(next.type, next.id)) ?? '/my-work' });
  };
  if (tabs.length === 0) return stacked ? null : <div className={styles['tabs']} />;
  return (
    <nav className={styles['tabs']} data-stacked={stacked || undefined} aria-label={t('frame.open_work')}>
      <ul>
        {tabs.map((tab, at) => {
          const address = addressOf(tab.type, tab.id);
          const title = titleOf(tab);
          return address === null ? null : (
            <li
              key={`${tab.type}/${tab.id}`}
              ref={(element) => void (address === here && element?.scrollIntoView({ block: 'nearest' }))}
              data-here={address === here || undefined}
            >
              <Link
                to={address}
                className="cut"
                title={title}
                aria-current={address === here ? 'page' : undefined}
                onClick={onOpen}
              >
                {title}
              </Link>
              <CloseButton
                size="sm"
                iconSize={14}
                aria-label={t('frame.close_tab', { title })}
                onClick={() => close(tab, at)}
              />
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
