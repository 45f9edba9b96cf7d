import { Popover } from '@mantine/core';
import { IconKey, IconLanguage, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { spoken } from '../session/language.ts';
import { chooseLanguage, signOut, useSession } from '../session/session.ts';
import { later } from '../routes/later.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { useStore } from '../ui/store.ts';
import { languageNames, languages, languageTags } from '../words/languages.ts';
import { said, t } from '../words/words.ts';
import { Late } from './arriving.tsx';
import styles from './person-menu.module.css';

/** Loaded when somebody wants it: forms are not part of the first screen. */
const PasswordDialog = later(() => import('./password-dialog.tsx').then((file) => file.PasswordDialog));
const LanguageChoice = later(() => import('./choices.tsx').then((file) => file.LanguageChoice));
const ThemeChoice = later(() => import('./choices.tsx').then((file) => file.ThemeChoice));

function ChangePassword({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Late opened={opened} title={t('frame.change_password')} close={close}>
      <PasswordDialog opened={opened} close={close} />
    </Late>
  );
}

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
            <ThemeChoice />
          </Suspense>
          <Ways close={() => setOpened(false)} changePassword={() => setChanging(true)} />
        </Popover.Dropdown>
      </Popover>
      <ChangePassword opened={changing} close={() => setChanging(false)} />
    </>
  );
}

/** To one's account, to another password, and out. */
function Ways({ close, changePassword }: { close: () => void; changePassword: () => void }) {
  const navigate = useNavigate();
  const leave = useSignOut();
  const closed = (run: () => void) => () => {
    close();
    run();
  };
  const toAccount = closed(() => void navigate({ to: '/account' }));
  return (
    <>
      <ActionButton
        label={t('frame.change_password')}
        icon={IconKey}
        kind="quiet"
        fullWidth
        onRun={closed(changePassword)}
      />
      <ActionButton label={t('frame.account')} icon={IconSettings} kind="quiet" fullWidth onRun={toAccount} />
      <ActionButton label={t('frame.sign_out')} icon={IconLogout} kind="quiet" fullWidth onRun={closed(leave)} />
    </>
  );
}

function useSignOut(): () => void {
  const navigate = useNavigate();
  return () => void signOut().then(() => navigate({ to: '/sign-in' }));
}

/** Language, light or dark, and the way out, for the telephone's sheet. */
export function PersonSettings({ close }: { close: () => void }) {
  const { person } = useSession();
  const [changing, setChanging] = useState(false);
  const navigate = useNavigate();
  const leave = useSignOut();
  const openAccount = () => {
    close();
    void navigate({ to: '/account' });
  };
  return (
    <section className={styles['settings']} aria-label={t('frame.person', { name: person.name })}>
      <h2>{person.name}</h2>
      <Suspense fallback={null}>
        <LanguageChoice />
        <ThemeChoice />
      </Suspense>
      <ActionButton label={t('frame.account')} icon={IconSettings} fullWidth onRun={openAccount} />
      <ActionButton label={t('frame.change_password')} icon={IconKey} fullWidth onRun={() => setChanging(true)} />
      <ChangePassword opened={changing} close={() => setChanging(false)} />
      <ActionButton label={t('frame.sign_out')} icon={IconLogout} fullWidth onRun={leave} />
    </section>
  );
}
