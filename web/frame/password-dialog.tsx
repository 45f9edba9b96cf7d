import { PasswordInput } from '@mantine/core';
import { api } from '../server/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useDraftForm } from '../ui/form/draft-form.ts';
import { FormFrame } from '../ui/form/form-frame.tsx';
import { say } from '../ui/toast.ts';
import { t } from '../words/words.ts';

/** Another password for oneself; whoever else is signed in under one's name is not any more. */
export function PasswordDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Dialog opened={opened} close={close} title={t('frame.change_password')} size="sm">
      <PasswordForm close={close} />
    </Dialog>
  );
}

function PasswordForm({ close }: { close: () => void }) {
  const draft = useDraftForm({
    // Passwords are never kept.
    subject: null,
    initial: { current: '', password: '' },
    send: (values, options) => api.put('me/password', values, options),
    done: () => {
      close();
      say(t('frame.password_changed'));
    },
  });
  const toggle = { 'aria-label': t('sign_in.show_password') };
  return (
    <FormFrame draft={draft} submit={t('frame.change_password')}>
      <PasswordInput
        label={t('frame.current_password')}
        autoComplete="current-password"
        required
        data-autofocus
        visibilityToggleButtonProps={toggle}
        {...draft.form.getInputProps('current')}
      />
      <PasswordInput
        label={t('sign_in.new_password')}
        description={t('sign_in.password_rule')}
        autoComplete="new-password"
        minLength={10}
        required
        visibilityToggleButtonProps={toggle}
        {...draft.form.getInputProps('password')}
      />
    </FormFrame>
  );
}
