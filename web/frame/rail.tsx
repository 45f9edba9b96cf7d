import { IconDots, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Sheet } from '../ui/dialog.tsx';
import { t } from '../words/words.ts';
import { OpenTabs } from './open-tabs.tsx';
import { PersonSettings } from './person-menu.tsx';
import type { RailItem } from './rail-items.ts';
import { itemsFor } from './rail-items.ts';
import styles from './rail.module.css';

/** Icons with words at the left; only icons when it is folded. */
export function Rail({ folded, fold }: { folded: boolean; fold: () => void }) {
  const { rights, organisation } = useSession();
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const foldWords = folded ? t('frame.unfold') : t('frame.fold');
  return (
    <nav className={styles['rail']} aria-label={t('frame.rail')}>
      <div className={styles['house']} title={organisation.name}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        {folded ? null : <span className="cut">{organisation.name}</span>}
      </div>
      <ul className={styles['items']}>
        {itemsFor(rights).map((item) => (
          <li key={item.to}>
            <Item item={item} folded={folded} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={styles['item']}
        onClick={fold}
        aria-expanded={!folded}
        aria-label={foldWords}
        title={foldWords}
      >
        <Fold size={18} stroke={1.6} aria-hidden />
        {folded ? null : <span>{t('frame.fold')}</span>}
      </button>
    </nav>
  );
}

function Item({ item, folded, close }: { item: RailItem; folded: boolean; close?: () => void }) {
  const words = t(item.words);
  return (
    <Tooltip label={words} position="right" disabled={!folded}>
      <Link to={item.to} className={styles['item']} activeProps={{ 'aria-current': 'page' }} onClick={close}>
        <item.icon size={18} stroke={1.6} aria-hidden />
        <span className={folded ? 'sr-only' : undefined}>{words}</span>
      </Link>
    </Tooltip>
  );
}

/** On a telephone: the most used at the thumb, the rest one tap away. */
export function BottomBar() {
  const { rights } = useSession();
  const [opened, setOpened] = useState(false);
  const items = itemsFor(rights);
  const close = () => setOpened(false);
  return (
    <nav className={styles['bottom']} aria-label={t('frame.rail')}>
      {items
        .filter((item) => item.thumb)
        .slice(0, 4)
        .map((item) => (
          <Item key={item.to} item={item} folded={false} />
        ))}
      <button type="button" className={styles['item']} onClick={() => setOpened(true)} aria-haspopup="dialog">
        <IconDots size={18} aria-hidden />
        <span>{t('frame.more')}</span>
      </button>
      <Sheet opened={opened} close={close} title={t('frame.more')}>
        <div className={styles['sheet']}>
          {items.map((item) => (
            <Item key={item.to} item={item} folded={false} close={close} />
          ))}
          <OpenTabs stacked onOpen={close} />
          <PersonSettings close={close} />
        </div>
      </Sheet>
    </nav>
  );
}
