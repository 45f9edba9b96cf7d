import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { problemWords } from '../../refusals.ts';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../writes.ts';

/** The code that the front desk said or printed. */
export function CodeForm() {
  const [secret, setSecret] = useState('');
  const navigate = useNavigate();
  const enter = useWrite<string>({
    send: (code, options) => api.post('public/enter', { secret: code }, options),
    done: () => void navigate({ to: '/c/case' }),
    failed: () => true,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enter.run(secret);
      }}
    >
      <TextInput
        label={t('entry.code')}
        description={t('entry.code_why')}
        value={secret}
        autoComplete="off"
        required
        error={enter.problem ? problemWords(enter.problem) : null}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <SubmitButton label={t('entry.enter')} busy={enter.busy} />
    </form>
  );
}
