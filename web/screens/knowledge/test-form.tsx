import { Radio, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { t } from '../../words/words.ts';
import styles from './knowledge.module.css';
import type { ArticleTest } from './test.tsx';

type Question = { text: string; choices: string[]; right: number };
type Values = { questions: Question[] };

const EMPTY: Question = { text: '', choices: ['', ''], right: 0 };
const MOST_CHOICES = 6;

/** A few questions with one right answer each; changed, the test is passed anew by everybody. */
export function TestForm({ id, test, done }: { id: string; test: ArticleTest | null; done: () => void }) {
  const questions = test?.questions.map((one) => ({ ...one, right: one.right ?? 0 })) ?? [];
  const draft = useDraftForm<Values, unknown>({
    subject: `article/${id}/questions`,
    initial: { questions: questions.length > 0 ? questions : [EMPTY] },
    version: test?.version ?? 0,
    check: ({ questions: all }) =>
      Object.fromEntries(
        all.flatMap((one, at) => [
          [`questions.${at}.text`, one.text.trim() ? null : t('knowledge.needed')],
          ...one.choices.map((choice, nth) => [
            `questions.${at}.choices.${nth}`,
            choice.trim() ? null : t('knowledge.needed'),
          ]),
        ]),
      ),
    send: (values, options, known) => api.put(`articles/${id}/test`, { ...values, version: known.version }, options),
    changes: () => [`article/${id}`, 'article'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame
      draft={draft}
      submit={t('knowledge.save_test')}
      beside={
        <ActionButton
          label={t('knowledge.add_question')}
          icon={IconPlus}
          onRun={() => form.insertListItem('questions', EMPTY)}
        />
      }
    >
      {test && test.questions.length > 0 ? <p className="dim">{t('knowledge.passed_anew')}</p> : null}
      {form.values.questions.map((_, at) => (
        <QuestionFields key={at} draft={draft} at={at} />
      ))}
    </FormFrame>
  );
}

function QuestionFields({ draft: { form }, at }: { draft: DraftForm<Values>; at: number }) {
  const path = `questions.${at}`;
  const question = form.values.questions[at]!;
  return (
    <fieldset className={styles['question']}>
      <legend>{t('knowledge.question_n', { n: at + 1 })}</legend>
      <Textarea
        label={t('knowledge.question')}
        required
        autosize
        minRows={1}
        maxLength={500}
        {...form.getInputProps(`${path}.text`)}
      />
      {question.choices.map((_, nth) => (
        <div key={nth} className={styles['choice']}>
          <Radio
            name={path}
            aria-label={t('knowledge.right_n', { n: nth + 1 })}
            title={t('knowledge.right_n', { n: nth + 1 })}
            checked={question.right === nth}
            onChange={() => form.setFieldValue(`${path}.right`, nth)}
          />
          <TextInput
            aria-label={t('knowledge.choice_n', { n: nth + 1 })}
            placeholder={t('knowledge.choice_n', { n: nth + 1 })}
            required
            maxLength={300}
            {...form.getInputProps(`${path}.choices.${nth}`)}
          />
        </div>
      ))}
      <div>
        {question.choices.length < MOST_CHOICES ? (
          <ActionButton
            label={t('knowledge.add_choice')}
            icon={IconPlus}
            kind="quiet"
            onRun={() => form.insertListItem(`${path}.choices`, '')}
          />
        ) : null}
        <ActionButton
          label={t('knowledge.drop_question', { n: at + 1 })}
          icon={IconTrash}
          kind="quiet"
          onRun={() => form.removeListItem('questions', at)}
        />
      </div>
    </fieldset>
  );
}
