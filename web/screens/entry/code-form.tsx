import { useState } from 'react';
import { api } from '../../server/api.ts';
import { base } from '../../server/base.ts';
import { problemWords } from '../../server/refusals.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { Line, Press } from './controls.tsx';

/** The code that the front desk said or printed. */
export function CodeForm() {
  const [secret, setSecret] = useState('');
  const enter = useWrite<string>({
    send: (code, options) => api.post('public/enter', { secret: code }, options),
    done: () => location.assign(`${base}c/case`),
    failed: () => true,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enter.run(secret);
      }}
    >
      <Line
        label={t('entry.code')}
        hint={t('entry.code_why')}
        value={secret}
        autoComplete="off"
        required
        error={enter.problem ? problemWords(enter.problem) : null}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <Press label={t('entry.enter')} busy={enter.busy} />
    </form>
  );
}
