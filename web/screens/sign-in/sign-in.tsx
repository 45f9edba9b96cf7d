import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '../../server/api.ts';
import { oweNoSignOut } from '../../session/kept-session.ts';
import { fieldWords } from '../../server/refusals.ts';
import { queryClient, useRead } from '../../server/queries.ts';
import { sessionQuery } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useTitle } from '../../ui/page.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { Doorstep } from './doorstep.tsx';
import { FormProblem } from '../../ui/form/form-problem.tsx';
import { useOwnWords } from '../../ui/form/own-words.ts';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import type { Owed } from './code-form.tsx';
import { CodeForm } from './code-form.tsx';
import { MayEnrol, MustEnrol } from './must-enrol.tsx';
import { NewPassword } from './new-password.tsx';
import type { ProviderButton } from './providers.tsx';
import { ProviderButtons } from './providers.tsx';
import { SecondStep } from './second-step.tsx';
import { WaitsHere } from './waits-here.tsx';

type Credentials = { username: string; password: string };

type State = { waitsFor: Owed['waitsFor']; trustDays: number; providers: ProviderButton[] };
type Step = 'begin' | 'lost' | 'code' | 'enrolment' | 'password' | 'may_enrol';

const titles = {
  begin: 'sign_in.title',
  password: 'sign_in.new_title',
  lost: 'sign_in.code_title',
  code: 'sign_in.step_title',
  enrolment: 'sign_in.enrol_title',
  may_enrol: 'sign_in.enrol_title',
} as const;

/** The way in. Whoever has lost the password gets a code from the administrator: no mail is needed. */
export function SignIn() {
  const state = useRead<State>('sign-in', { about: [] });
  const [chosen, setChosen] = useState<Step | null>(null);
  const [username, setUsername] = useState('');
  const [enrolBy, setEnrolBy] = useState('');
  const step = chosen ?? state.data?.waitsFor ?? 'begin';
  useTitle(t(titles[step]));
  const enter = useEnter();
  const { next } = useSearch({ from: '/sign-in' });
  const proven = async (owed: Owed) => {
    if (owed.waitsFor) return setChosen(owed.waitsFor);
    if (!owed.enrolBy) return enter();
    setEnrolBy(owed.enrolBy);
    setChosen('may_enrol');
  };
  const further = (waitsFor: Owed['waitsFor']) => proven({ waitsFor, enrolBy: null });
  const back = async () => {
    await api.post('sign-out').catch(() => {});
    setChosen('begin');
  };
  const lost = (name: string) => {
    setUsername(name);
    setChosen('lost');
  };
  return (
    <Doorstep title={t(titles[step])} wide={step === 'enrolment'}>
      {step === 'lost' ? <CodeForm username={username} proven={proven} back={() => setChosen('begin')} /> : null}
      {step === 'begin' ? (
        <>
          <PasswordForm proven={proven} lost={lost} />
          <ProviderButtons providers={state.data?.providers ?? []} next={next} />
        </>
      ) : null}
      {step === 'code' ? (
        <SecondStep trustDays={state.data?.trustDays ?? 0} entered={further} back={() => void back()} />
      ) : null}
      {step === 'enrolment' ? <MustEnrol entered={further} back={() => void back()} /> : null}
      {step === 'password' ? <NewPassword entered={enter} back={() => void back()} /> : null}
      {step === 'may_enrol' ? (
        <MayEnrol by={enrolBy} now={() => void enter('/account')} later={() => void enter()} />
      ) : null}
      <WaitsHere />
    </Doorstep>
  );
}

/** Back to where somebody was when the session ended, or to their own work. */
function useEnter(): (to?: string) => Promise<void> {
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/sign-in' });
  return async (to) => {
    oweNoSignOut();
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await navigate({ to: to ?? next ?? '/' });
  };
}

const nobody: Credentials = { username: '', password: '' };
/** What whoever stands at the door has typed: another language draws the form anew. On this page alone, and only until he is in. */
let atTheDoor = nobody;

function PasswordForm({ proven, lost }: { proven: (owed: Owed) => Promise<void>; lost: (username: string) => void }) {
  const form = useForm<Credentials>({
    initialValues: atTheDoor,
    onValuesChange: (values) => void (atTheDoor = values),
  });
  const own = useRef<HTMLFormElement>(null);
  useOwnWords(own, form);
  const signIn = useWrite<Credentials, Owed>({
    send: (credentials, options) => api.post<Owed>('sign-in', credentials, options),
    done: (owed) => {
      atTheDoor = nobody;
      void proven(owed);
    },
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
