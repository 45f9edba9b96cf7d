import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { api } from '../../server/api.ts';
import { fieldWords } from '../../server/refusals.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FormProblem } from '../../ui/form/form-problem.tsx';
import { useOwnWords } from '../../ui/form/own-words.ts';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';

/** What a proven password leaves to be done. */
export type Owed = { waitsFor: 'code' | 'enrolment' | 'password' | null; enrolBy: string | null };

type NewPassword = { username: string; code: string; password: string };

/** A new password against the one-time code that an administrator has given by word of mouth. */
export function CodeForm({
  username,
  proven,
  back,
}: {
  username: string;
  proven: (owed: Owed) => Promise<void>;
  back: () => void;
}) {
  const form = useForm<NewPassword>({ initialValues: { username, code: '', password: '' } });
  const own = useRef<HTMLFormElement>(null);
  useOwnWords(own, form);
  const change = useWrite<NewPassword, Owed>({
    send: async (given, options) => {
      await api.post('password-by-code', given, options);
      return api.post<Owed>('sign-in', { username: given.username, password: given.password });
    },
    done: (owed) => void proven(owed),
    failed: (problem) => {
      form.setErrors(fieldWords(problem));
      return true;
    },
  });
  return (
    <form ref={own} onSubmit={form.onSubmit((values) => void change.run(values))}>
      <p className="dim">{t('sign_in.code_how')}</p>
      <TextInput
        label={t('sign_in.username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('username')}
      />
      <TextInput
        label={t('sign_in.code')}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        {...form.getInputProps('code')}
      />
      <PasswordInput
        label={t('sign_in.new_password')}
        description={t('sign_in.password_rule')}
        name="password"
        autoComplete="new-password"
        minLength={10}
        required
        visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
        {...form.getInputProps('password')}
      />
      <FormProblem problem={change.problem} shown={['username', 'code', 'password']} />
      <SubmitButton label={t('sign_in.change_and_enter')} busy={change.busy} />
      <ActionButton label={t('action.back')} kind="quiet" fullWidth onRun={back} />
    </form>
  );
}
