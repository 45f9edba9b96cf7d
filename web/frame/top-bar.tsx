import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { later } from '../routes/later.ts';
import { t } from '../words/words.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { keyCap, useKeys } from '../ui/keys.ts';
import { Late } from './arriving.tsx';
import { DutySwitch } from './duty-switch.tsx';
import { NotificationsButton } from './notifications-button.tsx';
import { OpenTabs } from './open-tabs.tsx';
import { LanguageMenu, PersonMenu } from './person-menu.tsx';
import styles from './top-bar.module.css';

/** Fetched once the screen stands: nobody waits for what is not open yet. */
const loadPalette = () => import('./palette.tsx').then((file) => file.Palette);
const Palette = later(loadPalette);
const KeyHelp = later(() => import('./key-help.tsx').then((file) => file.KeyHelp));

/** One search field, the open work, and who sits here in what state. */
export function TopBar() {
  const [searching, setSearching] = useState(false);
  const [early, setEarly] = useState('');
  const [helping, setHelping] = useState(false);
  const search = () => setSearching(true);
  const found = () => {
    setSearching(false);
    setEarly('');
  };
  const helped = () => setHelping(false);
  useEffect(() => void loadPalette().catch(() => {}), []);
  useKeys([
    { key: 'mod+k', label: t('frame.search'), group: 'everywhere', run: search },
    { key: '/', label: t('frame.search'), group: 'everywhere', run: search },
  ]);
  return (
    <header className={styles['top']}>
      <button
        type="button"
        className={styles['search']}
        onClick={search}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+k"
      >
        <IconSearch size={16} aria-hidden />
        <span className={styles['words']}>{t('frame.search')}</span>
        <kbd aria-hidden>{keyCap('mod+k')}</kbd>
      </button>
      <div className={styles['wide']}>
        <OpenTabs />
      </div>
      <div className={styles['tools']}>
        <DutySwitch />
        <NotificationsButton />
        <span className={styles['onlyWide']}>
          <ActionButton
            label={t('frame.keys')}
            icon={IconKeyboard}
            iconOnly
            kind="quiet"
            hotkey="?"
            keyGroup="everywhere"
            onRun={() => setHelping(true)}
          />
        </span>
        <span className={styles['onlyWide']}>
          <LanguageMenu />
        </span>
        <PersonMenu />
      </div>
      <Late opened={searching} title={t('frame.search')} close={found} text={early} type={setEarly}>
        <Palette opened={searching} close={found} early={early} />
      </Late>
      <Late opened={helping} title={t('keys.title')} close={helped}>
        <KeyHelp opened={helping} close={helped} />
      </Late>
    </header>
  );
}
