import { useSession } from '../session.ts';
import { Sheet } from '../ui/dialog.tsx';
import { t } from '../words/words.ts';
import { OpenTabs } from './open-tabs.tsx';
import { PersonSettings } from './person-menu.tsx';
import { RailItem } from './rail-item.tsx';
import { itemsFor } from './rail-items.ts';
import styles from './rail.module.css';

/** On a telephone: every way through the house, the open tabs, and what is one's own. */
export function MoreSheet({ opened, close }: { opened: boolean; close: () => void }) {
  const { rights } = useSession();
  return (
    <Sheet opened={opened} close={close} title={t('frame.more')}>
      <div className={styles['sheet']}>
        {itemsFor(rights).map((item) => (
          <RailItem key={item.to} item={item} folded={false} close={close} />
        ))}
        <OpenTabs stacked onOpen={close} />
        <PersonSettings close={close} />
      </div>
    </Sheet>
  );
}
