import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { answersOut } from '../../../src/survey/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Notice } from '../../ui/section.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { Receiver } from './receivers.tsx';
import type { Survey } from './survey-words.ts';
import { CHANGED } from './survey-words.ts';
import styles from './surveys.module.css';

type Question = Survey['definition']['questions'][number];
type Given = { score?: number; choice?: string; text?: string };
type Answers = Record<string, Given>;

/** Typed in in few keys: a digit answers the open question and opens the next, 0 passes it over, Ctrl Enter saves. */
export function TypeIn({ survey, receiver, done }: { survey: Survey; receiver: Receiver; done: () => void }) {
  const before = useRead<z.output<typeof answersOut>>('survey-answers', {
    about: [],
    query: { survey: survey.id, receiver: receiver.id, limit: 30 },
    enabled: receiver.answerVersion > 0,
  });
  if (receiver.answerVersion > 0 && !before.data) return <LoadingLines count={6} />;
  const known = Object.fromEntries(
    (before.data?.items ?? []).map(({ question, score, choiceKey, text }) => [
      question,
      { ...(score ? { score } : {}), ...(choiceKey ? { choice: choiceKey } : {}), ...(text ? { text } : {}) },
    ]),
  );
  return <Sheet survey={survey} receiver={receiver} known={known} done={done} />;
}

type SheetProps = { survey: Survey; receiver: Receiver; known: Answers; done: () => void };

function Sheet({ survey, receiver, known, done }: SheetProps) {
  const { questions } = survey.definition;
  const [answers, answer] = useState<Answers>(known);
  const [open, go] = useState(0);
  const within = useRef<HTMLDivElement>(null);
  const save = useWrite<undefined, unknown>({
    send: (_, options) =>
      api.put(
        `survey-receivers/${receiver.id}/answers`,
        {
          way: receiver.way === 'paper' ? 'paper' : 'phone',
          seen: receiver.answerVersion,
          answers: Object.entries(answers).map(([question, given]) => ({ question, ...given })),
        },
        options,
      ),
    changes: () => CHANGED,
    done: () => {
      say(t('surveys.typed', { no: receiver.no }));
      done();
    },
  });
  const give = (at: number, given: Given | null) => {
    const { key } = questions[at]!;
    answer(({ [key]: _, ...rest }) => (given === null ? rest : { ...rest, [key]: given }));
    go(Math.min(at + 1, questions.length));
  };
  const one = questions[open];
  const options = one ? optionsOf(one) : [];
  useKeys(
    [
      ...options.map((option, at) => ({
        key: String(at + 1),
        label: option.label,
        group: 'screen' as const,
        run: () => give(open, option.given),
      })),
      {
        key: '0',
        label: t('surveys.pass_over'),
        group: 'screen',
        run: () => one && one.sort !== 'text' && give(open, null),
      },
      { key: 'mod+Enter', label: t('surveys.save_sheet'), group: 'screen', run: () => void save.run(undefined) },
    ],
    within,
  );
  const paper = receiver.way === 'paper' && receiver.collectedOn === null;
  return (
    <div ref={within}>
      {paper ? (
        <Notice tone="wait">{t('surveys.collect_first')}</Notice>
      ) : (
        <p className="dim">{t('surveys.type_how')}</p>
      )}
      {questions.map((asked, at) => (
        <Asked
          key={asked.key}
          no={at + 1}
          question={asked}
          given={answers[asked.key]}
          open={at === open}
          give={(given) => give(at, given)}
          write={(text) => answer(({ [asked.key]: _, ...rest }) => (text ? { ...rest, [asked.key]: { text } } : rest))}
        />
      ))}
      <ActionButton
        label={t('surveys.save_sheet')}
        kind="primary"
        busy={save.busy}
        refused={Object.keys(answers).length === 0 ? t('surveys.nothing_typed') : null}
        onRun={() => void save.run(undefined)}
      />
    </div>
  );
}

type Option = { label: string; given: Given };

export function optionsOf({ sort, choices = [] }: Question): Option[] {
  if (sort === 'scale') return [1, 2, 3, 4, 5].map((score) => ({ label: String(score), given: { score } }));
  return choices.map(({ key, name }) => ({ label: said(name), given: { choice: key } }));
}

type AskedProps = {
  no: number;
  question: Question;
  given: Given | undefined;
  open: boolean;
  give: (given: Given | null) => void;
  write: (text: string) => void;
};

function Asked({ no, question, given, open, give, write }: AskedProps) {
  const own = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!open) return;
    own.current?.scrollIntoView({ block: 'nearest' });
    own.current?.querySelector<HTMLElement>('textarea, button')?.focus();
  }, [open]);
  const label = `${no} · ${said(question.text)}`;
  return (
    <fieldset ref={own} className={styles['question']} data-open={open || undefined}>
      <legend>{label}</legend>
      {question.sort === 'text' ? (
        <Textarea
          aria-label={label}
          autosize
          minRows={2}
          maxLength={2000}
          value={given?.text ?? ''}
          onChange={(event) => write(event.currentTarget.value)}
        />
      ) : (
        <div className={styles['scale']}>
          {optionsOf(question).map((option, at) => (
            <button
              key={option.label}
              type="button"
              aria-pressed={
                given !== undefined && given.score === option.given.score && given.choice === option.given.choice
              }
              onClick={() => give(option.given)}
            >
              {question.sort === 'choice' && at < 9 ? <kbd aria-hidden>{at + 1}</kbd> : null} {option.label}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
