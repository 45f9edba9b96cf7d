import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { api } from '../../server/api.ts';
import { fieldWords } from '../../server/refusals.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FormProblem } from '../../ui/form/form-problem.tsx';
import { useOwnWords } from '../../ui/form/own-words.ts';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { Owed } from './code-form.tsx';

type Step = { code: string; trust: boolean };
type Props = { trustDays: number; entered: (waitsFor: Owed['waitsFor']) => Promise<void>; back: () => void };

/** The second step of signing in: six digits of the app, or one of the backup codes. */
export function SecondStep({ trustDays, entered, back }: Props) {
  const [backup, setBackup] = useState(false);
  const form = useForm<Step>({ initialValues: { code: '', trust: false } });
  const own = useRef<HTMLFormElement>(null);
  useOwnWords(own, form);
  const enter = useWrite<Step, Pick<Owed, 'waitsFor'>>({
    send: (step, options) => api.post<Pick<Owed, 'waitsFor'>>('sign-in/code', step, options),
    done: ({ waitsFor }) => void entered(waitsFor),
    failed: (problem) => {
      if (problem.code === 'sign_in.begin_again') return back();
      // emptying the field clears what was wrong with it, so that comes first
      form.setFieldValue('code', '');
      form.setErrors(fieldWords(problem));
      return true;
    },
  });
  const turn = () => {
    form.setFieldValue('code', '');
    form.clearErrors();
    setBackup(!backup);
  };
  return (
    <form ref={own} onSubmit={form.onSubmit((step) => void enter.run(step))}>
      <TextInput
        key={backup ? 'backup' : 'app'}
        label={backup ? t('sign_in.backup_code') : t('sign_in.app_code')}
        description={backup ? t('sign_in.backup_code_how') : t('sign_in.app_code_how')}
        name="code"
        autoComplete="one-time-code"
        inputMode={backup ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        {...form.getInputProps('code')}
      />
      {trustDays > 0 ? (
        <Checkbox
          size="md"
          label={t('sign_in.trust', { count: trustDays })}
          {...form.getInputProps('trust', { type: 'checkbox' })}
        />
      ) : null}
      <FormProblem problem={enter.problem} shown={['code']} />
      <SubmitButton label={t('sign_in.enter')} busy={enter.busy} />
      <ActionButton label={backup ? t('sign_in.use_app') : t('sign_in.use_backup')} fullWidth onRun={turn} />
      <ActionButton label={t('sign_in.other_person')} kind="quiet" fullWidth onRun={back} />
    </form>
  );
}
