import { IconDots, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useState } from 'react';
import { later } from '../routes/later.ts';
import { useSession } from '../session/session.ts';
import { t } from '../words/words.ts';
import { Late } from './arriving.tsx';
import { RailItem } from './rail-item.tsx';
import { itemsFor } from './rail-items.ts';
import { RailList } from './rail-list.tsx';
import styles from './rail.module.css';

/** Loaded when somebody wants it: windows are not part of the first screen. */
const MoreSheet = later(() => import('./more-sheet.tsx').then((file) => file.MoreSheet));

/** Icons with words at the left; only icons when it is folded. */
export function Rail({ folded, fold }: { folded: boolean; fold: () => void }) {
  const { organisation } = useSession();
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const foldWords = folded ? t('frame.unfold') : t('frame.fold');
  return (
    <nav className={styles['rail']} aria-label={t('frame.rail')}>
      <div className={styles['house']} title={organisation.name}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        {folded ? null : <span className="cut">{organisation.name}</span>}
      </div>
      <RailList folded={folded} />
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
          <RailItem key={item.to} item={item} folded={false} />
        ))}
      <button type="button" className={styles['item']} onClick={() => setOpened(true)} aria-haspopup="dialog">
        <IconDots size={18} aria-hidden />
        <span>{t('frame.more')}</span>
      </button>
      <Late opened={opened} title={t('frame.more')} close={close}>
        <MoreSheet opened={opened} close={close} />
      </Late>
    </nav>
  );
}
