import { useState } from 'react';
import type { z } from 'zod';
import type { centrePageOut } from '../../../src/entry/view.ts';
import { api } from '../../server/api.ts';
import { base } from '../../server/base.ts';
import { useRead } from '../../server/queries.ts';
import { fieldWords, problemWords } from '../../server/refusals.ts';
import type { PlainKey } from '../../words/words.ts';
import { language, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { Wrong } from './around.tsx';
import { Line, Press } from './controls.tsx';
import styles from './entry.module.css';

type CodesBy = z.output<typeof centrePageOut>['codesBy'];

/** A code opens his own matters: the one that is sent to him, or the one that the front desk said or printed. */
export function CodeForm() {
  const { data } = useRead<z.output<typeof centrePageOut>>('public/centre', { about: [] });
  const by = data?.codesBy ?? [];
  return (
    <div className={styles['rate']}>
      {by.length > 0 ? <AskForCode by={by} /> : null}
      <EnterCode sent={by.length > 0} />
    </div>
  );
}

/** What he is asked for, by the ways in which a code can come to him. */
function toWords(by: CodesBy): PlainKey {
  if (by.length > 1) return 'entry.code_to';
  return by[0] === 'mail' ? 'entry.code_to_mail' : 'entry.code_to_phone';
}

function AskForCode({ by }: { by: CodesBy }) {
  const [to, setTo] = useState('');
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const ask = useWrite<string>({
    send: (given, options) => api.post('public/codes', { to: given, language: language() }, options),
    done: () => setAskedAt(to),
    failed: () => true,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask.run(to);
      }}
    >
      <Line
        label={t(toWords(by))}
        hint={t('entry.code_to_why')}
        required
        maxLength={200}
        value={to}
        error={ask.problem ? fieldWords(ask.problem)['to'] : null}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Wrong problem={ask.problem} />
      {askedAt ? <p role="status">{t('entry.code_sent', { to: askedAt })}</p> : null}
      <Press label={t('entry.code_ask')} busy={ask.busy} plain />
    </form>
  );
}

function EnterCode({ sent }: { sent: boolean }) {
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
        hint={t(sent ? 'entry.code_either' : 'entry.code_why')}
        value={secret}
        autoComplete="one-time-code"
        required
        error={enter.problem ? problemWords(enter.problem) : null}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <Press label={t('entry.enter')} busy={enter.busy} />
    </form>
  );
}
