import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { backupCodesOut } from '../../../src/auth/second-factor-view.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { BackupCodes } from './enrol.tsx';

type Codes = z.output<typeof backupCodesOut>;

/** Ten new codes against one that is good. */
export function NewBackupCodes({ done }: { done: () => void }) {
  const [made, setMade] = useState<string[] | null>(null);
  const draft = useDraftForm<{ code: string }, Codes>({
    subject: null,
    initial: { code: '' },
    send: (values, options) => api.post<Codes>('me/second-factor/backup-codes', values, options),
    changes: () => ['session'],
    done: ({ backupCodes }) => setMade(backupCodes),
  });
  if (made) return <BackupCodes codes={made} done={done} />;
  return (
    <FormFrame draft={draft} submit={t('second_factor.make_codes')}>
      <p className="dim">{t('second_factor.new_codes_how')}</p>
      <TextInput
        label={t('second_factor.code_or_backup')}
        autoComplete="one-time-code"
        required
        data-autofocus
        {...draft.form.getInputProps('code')}
      />
    </FormFrame>
  );
}

/** Off again: the password, and a code, so that no screen left open loses it. */
export function TurnOff({ done }: { done: () => void }) {
  const draft = useDraftForm({
    subject: null,
    initial: { password: '', code: '' },
    send: (values, options) => api.post('me/second-factor/end', values, options),
    changes: () => ['session'],
    done: () => {
      say(t('second_factor.turned_off'));
      done();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('second_factor.turn_off')}>
      <PasswordInput
        label={t('second_factor.password')}
        autoComplete="current-password"
        required
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
        {...draft.form.getInputProps('password')}
      />
      <TextInput
        label={t('second_factor.code_or_backup')}
        autoComplete="one-time-code"
        required
        {...draft.form.getInputProps('code')}
      />
    </FormFrame>
  );
}
