import type { z } from 'zod';
import type { codeMade } from '../../../../src/auth/inputs.ts';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { absolute } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../administration.module.css';
import type { Person } from './people.ts';

type Code = z.output<typeof codeMade>;

/** A code to choose a new password with, said to the person and never shown again. */
export function PasswordCode({ person, opened, close }: { person: Person; opened: boolean; close: () => void }) {
  const [code, setCode] = useState<Code | null>(null);
  const make = useWrite<void, Code>({
    send: (_, options) => api.post<Code>(`people/${person.id}/password-code`, {}, options),
    done: setCode,
  });
  const end = () => {
    setCode(null);
    close();
  };
  if (code && opened) {
    return (
      <Dialog opened close={end} title={t('people.code_title', { name: person.name })}>
        <div className={styles['stack']}>
          <p className={styles['code']}>{code.code}</p>
          <p>{t('people.code_how', { username: person.username ?? '', until: absolute(code.expiresAt) })}</p>
          <div>
            <ActionButton label={t('people.code_said')} kind="primary" onRun={end} />
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <AskFirst
      opened={opened}
      close={end}
      title={t('people.code_ask', { name: person.name })}
      act={t('people.code_make')}
      danger={false}
      busy={make.busy}
      run={() => void make.run()}
    >
      <p>{t('people.code_why')}</p>
    </AskFirst>
  );
}
