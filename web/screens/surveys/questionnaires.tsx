import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { freeKey, QuestionFields } from './question-fields.tsx';
import type { QuestionnairesAnswer as Answer } from './survey-words.ts';
import { emptyWords } from './survey-words.ts';
import { WordsLine, WordsText } from './words-fields.tsx';
import styles from './surveys.module.css';

type Questionnaire = Answer['items'][number];

/** What customers are asked: worded, added to and given up here, a new version with the reason each time. */
export function Questionnaires() {
  const { data, error, refetch } = useRead<Answer>('questionnaires', { about: ['organisation', 'kind'] });
  return (
    <Page title={t('surveys.questionnaires')}>
      {error && !data ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={10} /> : null}
      {data && data.items.length === 0 ? (
        <EmptyState title={t('surveys.no_questionnaires')}>{t('surveys.no_questionnaires_why')}</EmptyState>
      ) : null}
      {data && data.items.length > 0 ? <Editor key={data.version} answer={data} /> : null}
    </Page>
  );
}

function Editor({ answer }: { answer: Answer }) {
  const [items, change] = useState(answer.items);
  const [key, choose] = useState(answer.items[0]!.key);
  const [why, explain] = useState('');
  const one = items.find((each) => each.key === key)!;
  const set = (over: Partial<Questionnaire>) =>
    change(items.map((each) => (each.key === key ? { ...each, ...over } : each)));
  const save = useWrite<undefined, unknown>({
    send: (_, options) =>
      api.put('questionnaires', { questionnaires: items, seen: answer.version, why: why.trim() }, options),
    changes: () => ['organisation', 'kind', 'survey_round'],
    done: () => say(t('surveys.saved')),
  });
  const changed = items !== answer.items;
  return (
    <div className={styles['form']}>
      <NativeSelect
        label={t('surveys.questionnaire')}
        value={key}
        onChange={(event) => choose(event.currentTarget.value)}
        data={items.map((each) => ({ value: each.key, label: said(each.name) }))}
      />
      <Head one={one} answer={answer} set={set} />
      <Section title={t('surveys.questions')}>
        {one.questions.map((question, at) => (
          <QuestionFields
            key={question.key}
            no={at + 1}
            question={question}
            departments={answer.departments}
            alone={one.questions.length === 1}
            set={(next) =>
              set({ questions: one.questions.flatMap((each, place) => (place === at ? (next ?? []) : each)) })
            }
          />
        ))}
        <ActionButton
          label={t('surveys.add_question')}
          icon={IconPlus}
          onRun={() =>
            set({
              questions: [
                ...one.questions,
                { key: freeKey(one.questions, 'question'), sort: 'scale', text: emptyWords },
              ],
            })
          }
        />
      </Section>
      <TextInput
        label={t('surveys.why')}
        description={t('surveys.why_hint')}
        required
        maxLength={200}
        value={why}
        onChange={(event) => explain(event.currentTarget.value)}
      />
      <ActionButton
        label={t('surveys.save')}
        icon={IconDeviceFloppy}
        kind="primary"
        can={answer.can}
        action="change"
        refused={changed ? (why.trim() ? null : t('surveys.why_needed')) : t('surveys.nothing_changed')}
        busy={save.busy}
        onRun={() => void save.run(undefined)}
      />
    </div>
  );
}

type HeadProps = { one: Questionnaire; answer: Answer; set: (over: Partial<Questionnaire>) => void };

function Head({ one, answer, set }: HeadProps) {
  const post = (key: string | undefined) => {
    const found = answer.posts.find((each) => each.key === key);
    return found ? said(found.name) : null;
  };
  return (
    <Section title={said(one.name)} aside={t(`surveys.every_${one.period}`)}>
      <div className={styles['fields']}>
        <WordsLine label={t('surveys.name')} words={one.name} set={(name) => set({ name })} />
        <TextInput
          type="number"
          label={t('surveys.least_percent')}
          min={1}
          max={100}
          value={String(one.receivers.leastPercent)}
          onChange={(event) =>
            set({ receivers: { ...one.receivers, leastPercent: Number(event.currentTarget.value) } })
          }
        />
        <TextInput
          type="number"
          label={t('surveys.issue_after')}
          min={0}
          max={180}
          value={String(one.issueAfterDays)}
          onChange={(event) => set({ issueAfterDays: Number(event.currentTarget.value) })}
        />
      </div>
      <WordsText label={t('surveys.aim')} words={one.aim} set={(aim) => set({ aim })} />
      <WordsText label={t('surveys.intro')} words={one.intro} set={(intro) => set({ intro })} />
      <Checkbox
        label={t('surveys.closed')}
        checked={one.closed}
        onChange={(event) => set({ closed: event.currentTarget.checked })}
      />
      <Facts
        lines={[
          { label: t('surveys.statistician'), value: post(one.posts.statistician) },
          { label: t('surveys.distributor'), value: post(one.posts.distributor) },
          { label: t('surveys.collector'), value: post(one.posts.collector) },
          { label: t('surveys.confirms'), value: post(one.posts.confirms) },
          { label: t('surveys.calls'), value: post(one.posts.calls) },
          { label: t('surveys.to'), value: post(one.posts.to) },
        ]}
      />
    </Section>
  );
}
