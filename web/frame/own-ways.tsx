import { IconKey, IconLogout, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { signOut, useSession } from '../session/session.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { t } from '../words/words.ts';
import { ChangePassword } from './change-password.tsx';
import { LanguageChoice, ThemeChoice } from './choices.tsx';
import styles from './person-menu.module.css';

/** Light or dark, to one’s account, to another password, and out. */
export function OwnWays({ close, changePassword }: { close: () => void; changePassword: () => void }) {
  const navigate = useNavigate();
  const leave = useSignOut();
  const closed = (run: () => void) => () => {
    close();
    run();
  };
  const toAccount = closed(() => void navigate({ to: '/account' }));
  return (
    <>
      <ThemeChoice />
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
      <LanguageChoice />
      <ThemeChoice />
      <ActionButton label={t('frame.account')} icon={IconSettings} fullWidth onRun={openAccount} />
      <ActionButton label={t('frame.change_password')} icon={IconKey} fullWidth onRun={() => setChanging(true)} />
      <ChangePassword opened={changing} close={() => setChanging(false)} />
      <ActionButton label={t('frame.sign_out')} icon={IconLogout} fullWidth onRun={leave} />
    </section>
  );
}
