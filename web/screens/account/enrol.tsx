import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { confirmedOut, enrolmentOut } from '../../../src/auth/second-factor-view.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { t } from '../../words/words.ts';
import styles from './account.module.css';

type Begun = z.output<typeof enrolmentOut>;
type Codes = z.output<typeof confirmedOut>;

/** Setting up: who is signed in says the password, then the square, a first code, and the backup codes, shown once. */
export function Enrol({ withPassword, done }: { withPassword: boolean; done: (waitsFor: Codes['waitsFor']) => void }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<Codes | null>(null);
  if (codes) return <BackupCodes codes={codes.backupCodes} done={() => done(codes.waitsFor)} />;
  if (begun) return <Confirm begun={begun} confirmed={setCodes} />;
  return <Begin withPassword={withPassword} begun={setBegun} />;
}

function Begin({ withPassword, begun }: { withPassword: boolean; begun: (answer: Begun) => void }) {
  const draft = useDraftForm<{ password: string }, Begun>({
    subject: null,
    initial: { password: '' },
    send: ({ password }, options) =>
      api.post<Begun>('me/second-factor/begin', withPassword ? { password } : {}, options),
    done: begun,
  });
  return (
    <FormFrame draft={draft} submit={t('second_factor.begin')}>
      {withPassword ? (
        <PasswordInput
          label={t('second_factor.password')}
          autoComplete="current-password"
          required
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
          {...draft.form.getInputProps('password')}
        />
      ) : null}
    </FormFrame>
  );
}

function Confirm({ begun, confirmed }: { begun: Begun; confirmed: (codes: Codes) => void }) {
  const draft = useDraftForm<{ code: string }, Codes>({
    subject: null,
    initial: { code: '' },
    send: (values, options) => api.post<Codes>('me/second-factor/confirm', values, options),
    changes: () => ['session'],
    done: confirmed,
  });
  return (
    <FormFrame draft={draft} submit={t('second_factor.turn_on')}>
      <p>{t('second_factor.scan')}</p>
      <img className={styles['square']} src={begun.square} alt={t('second_factor.square')} />
      <p className="dim">{t('second_factor.by_hand')}</p>
      <p className={styles['token']}>{begun.secret}</p>
      <TextInput
        label={t('second_factor.code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={9}
        required
        autoFocus
        {...draft.form.getInputProps('code')}
      />
    </FormFrame>
  );
}

export function BackupCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  return (
    <div className={styles['stack']}>
      <h2>{t('second_factor.backup_title')}</h2>
      <p>{t('second_factor.backup_why')}</p>
      <ul className={styles['codes']} aria-label={t('second_factor.backup_title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <ActionButton label={t('second_factor.kept')} kind="primary" onRun={done} />
      </div>
    </div>
  );
}
