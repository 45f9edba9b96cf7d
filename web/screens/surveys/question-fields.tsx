import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { QUESTION_SORTS } from '../../../src/survey/questionnaire-sorts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { said, t } from '../../words/words.ts';
import type { Question, QuestionnairesAnswer } from './survey-words.ts';
import { emptyWords } from './survey-words.ts';
import styles from './surveys.module.css';
import { renamed, WordsLine } from './words-fields.tsx';

type QuestionProps = {
  no: number;
  question: Question;
  departments: QuestionnairesAnswer['departments'];
  alone: boolean;
  set: (next: Question | null) => void;
};

/** One question: what is asked, how it is answered, and which department it judges. */
export function QuestionFields({ no, question, departments, alone, set }: QuestionProps) {
  const { department, choices, ...rest } = question;
  const whole = { value: '', label: t('surveys.whole_house') };
  const sorted = (sort: Question['sort']): Question => ({
    ...rest,
    ...(department === undefined ? {} : { department }),
    sort,
    ...(sort === 'choice' ? { choices: choices ?? [freshChoice([]), freshChoice([{ key: 'choice_1' }])] } : {}),
  });
  return (
    <fieldset className={styles['ask']}>
      <legend>{t('surveys.question_no', { no })}</legend>
      <WordsLine label={t('surveys.question')} words={question.text} set={(text) => set({ ...question, text })} />
      <div className={styles['fields']}>
        <NativeSelect
          label={t('surveys.sort')}
          value={question.sort}
          onChange={(event) => set(sorted(QUESTION_SORTS.find((sort) => sort === event.currentTarget.value)!))}
          data={QUESTION_SORTS.map((value) => ({ value, label: t(`surveys.sort_${value}`) }))}
        />
        <NativeSelect
          label={t('surveys.judges')}
          value={department ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            set({ ...rest, ...(choices ? { choices } : {}), ...(chosen ? { department: chosen } : {}) });
          }}
          data={[whole, ...departments.map(({ key, name }) => ({ value: key, label: said(name) }))]}
        />
      </div>
      {question.sort === 'choice' ? (
        <Choices choices={choices ?? []} set={(next) => set({ ...question, choices: next })} />
      ) : null}
      <div>
        <ActionButton
          label={t('surveys.remove_question', { no })}
          icon={IconTrash}
          kind="quiet"
          refused={alone ? t('surveys.one_question') : null}
          onRun={() => set(null)}
        />
      </div>
    </fieldset>
  );
}

type Choice = NonNullable<Question['choices']>[number];

function Choices({ choices, set }: { choices: readonly Choice[]; set: (next: Choice[]) => void }) {
  const put = (at: number, next: Choice | null) =>
    set(choices.flatMap((each, place) => (place === at ? (next ?? []) : each)));
  return (
    <div className={styles['choices']}>
      {choices.map((one, at) => (
        <div key={one.key} className={styles['choice']}>
          <TextInput
            aria-label={t('surveys.choice_no', { no: at + 1 })}
            maxLength={200}
            value={said(one.name)}
            onChange={(event) => put(at, { ...one, name: renamed(one.name, event.currentTarget.value) })}
          />
          <Checkbox
            label={t('surveys.is_problem')}
            checked={one.problem ?? false}
            onChange={(event) =>
              put(at, { key: one.key, name: one.name, ...(event.currentTarget.checked ? { problem: true } : {}) })
            }
          />
          <ActionButton
            label={t('surveys.remove_choice', { no: at + 1 })}
            icon={IconTrash}
            iconOnly
            kind="quiet"
            refused={choices.length <= 2 ? t('surveys.two_choices') : null}
            onRun={() => put(at, null)}
          />
        </div>
      ))}
      <div>
        <ActionButton
          label={t('surveys.add_choice')}
          icon={IconPlus}
          kind="quiet"
          onRun={() => set([...choices, freshChoice(choices)])}
        />
      </div>
    </div>
  );
}

const freshChoice = (choices: readonly { key: string }[]): Choice => ({
  key: freeKey(choices, 'choice'),
  name: emptyWords,
});

/** A key that none of these has. */
export function freeKey(taken: readonly { key: string }[], stem: string): string {
  const keys = new Set(taken.map(({ key }) => key));
  for (let no = taken.length + 1; ; no += 1) if (!keys.has(`${stem}_${no}`)) return `${stem}_${no}`;
}
