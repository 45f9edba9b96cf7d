import { Popover } from '@mantine/core';
import { IconLanguage, IconUserCircle } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { spoken } from '../session/language.ts';
import { chooseLanguage, useSession } from '../session/session.ts';
import { later } from '../routes/later.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import { useStore } from '../ui/store.ts';
import { languageNames, languages, languageTags } from '../words/languages.ts';
import { said, t } from '../words/words.ts';
import { ChangePassword } from './change-password.tsx';
import styles from './person-menu.module.css';

/** Loaded when somebody opens it: what is in it is not part of the first screen. */
const OwnWays = later(() => import('./own-ways.tsx').then((file) => file.OwnWays));

export function LanguageMenu() {
  const active = useStore(spoken);
  return (
    <MenuButton
      position="bottom-end"
      button={
        <button type="button" className={styles['target']} aria-label={t('frame.language')} title={t('frame.language')}>
          <IconLanguage size={18} stroke={1.7} aria-hidden />
        </button>
      }
      choices={languages.map((one) => ({
        key: one,
        label: languageNames[one],
        lang: languageTags[one],
        current: one === active,
        run: () => void chooseLanguage(one),
      }))}
    />
  );
}

export function PersonMenu() {
  const { person, posts } = useSession();
  const [opened, setOpened] = useState(false);
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Popover position="bottom-end" width={264} opened={opened} onChange={setOpened} trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={styles['target']}
            aria-label={t('frame.person', { name: person.name })}
            title={person.name}
            onClick={() => setOpened(!opened)}
          >
            <IconUserCircle size={20} stroke={1.6} aria-hidden />
            <span className={`cut ${styles['name']}`}>{person.name}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles['own'] ?? ''}>
          <p>
            <strong>{person.name}</strong>
            <br />
            <span className="dim">{posts.map((post) => said(post.name)).join(' · ')}</span>
          </p>
          <Suspense fallback={null}>
            <OwnWays close={() => setOpened(false)} changePassword={() => setChanging(true)} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <ChangePassword opened={changing} close={() => setChanging(false)} />
    </>
  );
}
