import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '../../api.ts';
import { oweNoSignOut } from '../../kept-session.ts';
import { fieldWords } from '../../refusals.ts';
import { queryClient } from '../../queries.ts';
import { sessionQuery } from '../../session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useTitle } from '../../ui/page.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../writes.ts';
import { Doorstep } from './doorstep.tsx';
import { FormProblem } from '../../ui/form/form-problem.tsx';
import { useOwnWords } from '../../ui/form/own-words.ts';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { CodeForm } from './code-form.tsx';
import { WaitsHere } from './waits-here.tsx';

type Credentials = { username: string; password: string };

/** The way in. Whoever has lost the password gets a code from the administrator: no mail is needed. */
export function SignIn() {
  const [withCode, setWithCode] = useState(false);
  const [username, setUsername] = useState('');
  useTitle(t('sign_in.title'));
  const enter = useEnter();
  return (
    <Doorstep title={withCode ? t('sign_in.code_title') : t('sign_in.title')}>
      {withCode ? (
        <CodeForm username={username} entered={enter} back={() => setWithCode(false)} />
      ) : (
        <PasswordForm
          entered={enter}
          lost={(name) => {
            setUsername(name);
            setWithCode(true);
          }}
        />
      )}
      <WaitsHere />
    </Doorstep>
  );
}

/** Back to where somebody was when the session ended, or to their own work. */
function useEnter(): () => Promise<void> {
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/sign-in' });
  return async () => {
    oweNoSignOut();
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await navigate({ to: next ?? '/' });
  };
}

function PasswordForm({ entered, lost }: { entered: () => Promise<void>; lost: (username: string) => void }) {
  const form = useForm<Credentials>({ initialValues: { username: '', password: '' } });
  const own = useRef<HTMLFormElement>(null);
  useOwnWords(own, form);
  const signIn = useWrite<Credentials>({
    send: (credentials, options) => api.post('sign-in', credentials, options),
    done: () => void entered(),
    failed: (problem) => {
      form.setErrors(fieldWords(problem));
      form.setFieldValue('password', '');
      return true;
    },
  });
  return (
    <form ref={own} onSubmit={form.onSubmit((values) => void signIn.run(values))}>
      <TextInput
        label={t('sign_in.username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        {...form.getInputProps('username')}
      />
      <PasswordInput
        label={t('sign_in.password')}
        name="password"
        autoComplete="current-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
        {...form.getInputProps('password')}
      />
      <FormProblem problem={signIn.problem} shown={['username', 'password']} />
      <SubmitButton label={t('sign_in.enter')} busy={signIn.busy} />
      <ActionButton label={t('sign_in.lost')} kind="quiet" fullWidth onRun={() => lost(form.values.username)} />
    </form>
  );
}
