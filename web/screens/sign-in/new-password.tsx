import { PasswordInput } from '@mantine/core';
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

/** Another password in place of one that is too old, before anything else. */
export function NewPassword({ entered, back }: { entered: () => Promise<void>; back: () => void }) {
  const form = useForm({ initialValues: { password: '' } });
  const own = useRef<HTMLFormElement>(null);
  useOwnWords(own, form);
  const change = useWrite<{ password: string }>({
    send: (given, options) => api.post('sign-in/password', given, options),
    done: () => void entered(),
    failed: (problem) => {
      if (problem.code === 'sign_in.begin_again') return back();
      form.setErrors(fieldWords(problem));
      return true;
    },
  });
  return (
    <form ref={own} onSubmit={form.onSubmit((given) => void change.run(given))}>
      <p>{t('sign_in.new_why')}</p>
      <PasswordInput
        label={t('sign_in.new_password')}
        name="password"
        autoComplete="new-password"
        required
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
        {...form.getInputProps('password')}
      />
      <FormProblem problem={change.problem} shown={['password']} />
      <SubmitButton label={t('sign_in.change_and_enter')} busy={change.busy} />
      <ActionButton label={t('sign_in.other_person')} kind="quiet" fullWidth onRun={back} />
    </form>
  );
}
