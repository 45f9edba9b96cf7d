import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { ownSurveyOut } from '../../../src/survey/view.ts';
import { api } from '../../server/api.ts';
import { problemWords } from '../../server/refusals.ts';
import { useWrite } from '../../server/writes.ts';
import { said, t } from '../../words/words.ts';
import { Around, Loading } from './around.tsx';
import { Lines, Press } from './controls.tsx';
import styles from './entry.module.css';
import { secretOf } from './secret.ts';

type Own = z.output<typeof ownSurveyOut>;
type Question = Own['questions'][number];
type Given = { score?: number; choice?: string; text?: string };

/** What is asked of the holder of a link: answered once, by taps. */
export function OwnSurvey() {
  const [secret] = useState(secretOf);
  const [asked, ask] = useState<Own | null>(null);
  const [problem, fail] = useState<unknown>(null);
  const read = useWrite<string, Own>({
    send: (given, options) => api.post<Own>('public/survey', { secret: given }, options),
    done: ask,
    failed: (why) => {
      fail(why);
      return true;
    },
  });
  const { run } = read;
  useEffect(() => {
    if (secret !== null) void run(secret);
    // once, with the secret the page was opened with
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (asked && secret !== null) return <Sheet own={asked} secret={secret} />;
  return (
    <Around title={t('entry.survey')} organisation="">
      {problem !== null ? <p role="alert">{problemWords(problem)}</p> : null}
      {secret === null ? <p>{t('entry.survey_no_link')}</p> : problem === null ? <Loading /> : null}
    </Around>
  );
}

function Sheet({ own, secret }: { own: Own; secret: string }) {
  const [answers, answer] = useState<Record<string, Given>>({});
  const [sent, end] = useState(false);
  const write = useWrite<undefined, unknown>({
    send: (_, options) =>
      api.post(
        'public/survey/answers',
        { secret, answers: Object.entries(answers).map(([question, given]) => ({ question, ...given })) },
        options,
      ),
    done: () => end(true),
  });
  const give = (key: string, given: Given | null) =>
    answer(({ [key]: _, ...rest }) => (given === null ? rest : { ...rest, [key]: given }));
  const empty = Object.keys(answers).length === 0;
  if (sent)
    return (
      <Around title={said(own.name)} organisation={own.organisation}>
        <p role="status">{t('entry.survey_sent')}</p>
      </Around>
    );
  return (
    <Around title={said(own.name)} organisation={own.organisation}>
      <p>{said(own.intro)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!empty) void write.run(undefined);
        }}
      >
        {own.questions.map((one) => (
          <Asked key={one.key} question={one} given={answers[one.key]} give={(given) => give(one.key, given)} />
        ))}
        <p className="dim">{t('entry.survey_once')}</p>
        <Press label={t('entry.survey_send')} busy={write.busy || empty} />
      </form>
    </Around>
  );
}

type AskedProps = { question: Question; given: Given | undefined; give: (given: Given | null) => void };

function Asked({ question, given, give }: AskedProps) {
  const { key, sort, text, choices = [] } = question;
  if (sort === 'text')
    return (
      <Lines
        label={said(text)}
        maxLength={2000}
        rows={3}
        value={given?.text ?? ''}
        onChange={(event) => give(event.currentTarget.value === '' ? null : { text: event.currentTarget.value })}
      />
    );
  const options =
    sort === 'scale'
      ? [5, 4, 3, 2, 1].map((score) => ({ label: t(`entry.score_${score as 1}`), given: { score } as Given }))
      : choices.map((one) => ({ label: said(one.name), given: { choice: one.key } as Given }));
  return (
    <fieldset className={styles['asked']}>
      <legend>{said(text)}</legend>
      {options.map((option) => (
        <label key={option.label}>
          <input
            type="radio"
            name={key}
            checked={given !== undefined && given.score === option.given.score && given.choice === option.given.choice}
            onChange={() => give(option.given)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
