import { Checkbox, PasswordInput } from '@mantine/core';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import styles from './account.module.css';

type Values = { current: string; password: string; endTokens: boolean };

/** A new password; every other session of one's own ends with it, tokens only where one says so. Passwords are never kept as a draft. */
export function PasswordForm() {
  const draft = useDraftForm<Values>({
    subject: null,
    initial: { current: '', password: '', endTokens: false },
    check: ({ current, password }) => ({
      current: current ? null : t('account.current_needed'),
      password: password.length >= 10 ? null : t('account.password_how'),
    }),
    send: (values, options) => api.put('me/password', values, options),
    changes: () => ['session'],
    done: () => say(t('account.password_changed')),
  });
  return (
    <Section title={t('account.password')}>
      <FormFrame draft={draft} submit={t('account.change_password')}>
        <div className={styles['fields']}>
          <PasswordInput
            label={t('account.current')}
            autoComplete="current-password"
            {...draft.form.getInputProps('current')}
          />
          <PasswordInput
            label={t('account.new_password')}
            description={t('account.password_how')}
            autoComplete="new-password"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...draft.form.getInputProps('password')}
          />
          <Checkbox
            label={t('account.end_tokens')}
            description={t('account.end_tokens_how')}
            {...draft.form.getInputProps('endTokens', { type: 'checkbox' })}
          />
        </div>
      </FormFrame>
    </Section>
  );
}
