import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { apiUrl } from '../../server/base.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HOUR, instantOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { languageNames, languages } from '../../words/languages.ts';
import { language, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import styles from './board.module.css';

/** What a screen on a wall may do: look at the board and count tickets. It changes nothing. */
const RIGHTS = ['report.see', 'ticket.see'];
const GOOD_FOR = 360 * 24 * HOUR;

/** An address with a token of its own, to be opened on the device at the wall; shown once, ended among one's own tokens. */
export function ScreenAddress({ opened, close }: { opened: boolean; close: () => void }) {
  const [speaks, setSpeaks] = useState<string>(language());
  const [token, setToken] = useState<string | null>(null);
  const make = useWrite<void, { token: string }>({
    send: (_, options) =>
      api.post(
        'me/tokens',
        { name: t('board.screen_name'), rights: RIGHTS, expiresAt: instantOf(nowMs() + GOOD_FOR) },
        options,
      ),
    changes: () => ['session'],
    done: (made) => setToken(made.token),
  });
  const leave = () => {
    setToken(null);
    close();
  };
  const address = token ? addressOf(token, speaks) : '';
  return (
    <Dialog opened={opened} close={leave} title={t('board.screen')}>
      <div className={styles['screenAddress']}>
        <p className="dim">{t('board.screen_why')}</p>
        <NativeSelect
          label={t('board.screen_language')}
          value={speaks}
          onChange={(event) => setSpeaks(event.currentTarget.value)}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        {token ? (
          <>
            <TextInput label={t('board.screen_address')} readOnly value={address} />
            <ActionButton
              label={t('board.screen_copy')}
              kind="primary"
              onRun={() =>
                void navigator.clipboard?.writeText(address).then(
                  () => say(t('board.screen_copied')),
                  () => say(t('board.screen_by_hand'), 'news'),
                )
              }
            />
          </>
        ) : (
          <ActionButton
            label={t('board.screen_make')}
            kind="primary"
            busy={make.busy}
            onRun={() => void make.run(undefined)}
          />
        )}
      </div>
    </Dialog>
  );
}

function addressOf(token: string, speaks: string): string {
  const wall = new URL(apiUrl('').replace(/api\/$/, 'wall'), location.href);
  wall.search = String(new URLSearchParams({ language: speaks, theme: 'dark' }));
  wall.hash = String(new URLSearchParams({ token }));
  return wall.href;
}
