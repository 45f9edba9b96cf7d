import { Sheet } from '../ui/dialog.tsx';
import { t } from '../words/words.ts';
import { OpenTabs } from './open-tabs.tsx';
import { PersonSettings } from './own-ways.tsx';
import { RailList } from './rail-list.tsx';
import styles from './rail.module.css';

/** On a telephone: every way through the house by the same groups, the open tabs, and what is one's own. */
export function MoreSheet({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Sheet opened={opened} close={close} title={t('frame.more')}>
      <div className={styles['sheet']}>
        <nav aria-label={t('frame.rail')}>
          <RailList folded={false} close={close} />
        </nav>
        <OpenTabs stacked onOpen={close} />
        <PersonSettings close={close} />
      </div>
    </Sheet>
  );
}
