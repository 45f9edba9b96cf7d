import { IconPencil } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { testOut, testTakenOut } from '../../../src/knowledge/view-acts.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { readable } from '../../matter/written.ts';
import styles from './knowledge.module.css';
import { TestForm } from './test-form.tsx';

export type ArticleTest = z.output<typeof testOut>;
type Taken = z.output<typeof testTakenOut>;

/** The test of a guide: taken, set, and who has passed it (KNOW-06). */
export function TestPage() {
  const { id } = useParams({ from: '/inside/knowledge/$id/test' });
  const read = useRead<ArticleTest>(`articles/${id}/test`, { about: [`article/${id}`, 'person', 'post'] });
  const none = read.error?.code === 'article.no_test';
  return (
    <Page
      title={
        read.data
          ? t('knowledge.test_of', { title: readable(read.data.article.title, read.data.article) })
          : t('knowledge.test')
      }
      aside={<Go to={`/knowledge/${id}`}>{t('knowledge.to_article')}</Go>}
    >
      {read.isPending ? <LoadingLines count={8} /> : null}
      {none ? <TestForm id={id} test={null} done={() => void read.refetch()} /> : null}
      {read.error && !none && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Loaded key={read.data.version} id={id} test={read.data} /> : null}
    </Page>
  );
}

function Loaded({ id, test }: { id: string; test: ArticleTest }) {
  const [setting, setSetting] = useState(test.questions.length === 0);
  const [taken, setTaken] = useState<Taken | null>(null);
  const maySet = test.can['set'] === null;
  return (
    <>
      {taken ? (
        <Notice tone={taken.passed ? 'run' : 'soon'}>
          <p role="status">
            {t(taken.passed ? 'knowledge.passed_now' : 'knowledge.failed_now', { n: taken.correct, of: taken.of })}
          </p>
        </Notice>
      ) : null}
      {setting && maySet ? (
        <TestForm id={id} test={test} done={() => setSetting(false)} />
      ) : (
        <Section
          title={t('knowledge.questions')}
          actions={
            maySet ? (
              <ActionButton
                label={t('knowledge.change_test')}
                icon={IconPencil}
                kind="quiet"
                onRun={() => setSetting(true)}
              />
            ) : null
          }
        >
          <Questions id={id} test={test} done={setTaken} />
        </Section>
      )}
      <Passed test={test} />
    </>
  );
}

function Questions({ id, test, done }: { id: string; test: ArticleTest; done: (taken: Taken) => void }) {
  const draft = useDraftForm<{ answers: (number | null)[] }, Taken>({
    subject: `article/${id}/test`,
    initial: { answers: test.questions.map(() => null) },
    check: ({ answers }) =>
      Object.fromEntries(answers.map((one, at) => [`answers.${at}`, one === null ? t('knowledge.needed') : null])),
    send: ({ answers }, options) => api.post(`articles/${id}/test/take`, { version: test.version, answers }, options),
    changes: () => [`article/${id}`, 'article'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('knowledge.take_test')}>
      {test.questions.map((question, at) => {
        const answer = form.values.answers[at] ?? null;
        return (
          <div key={question.text} className={styles['question']}>
            <Choices
              label={`${at + 1}. ${question.text}`}
              options={question.choices.map((label, nth) => ({ value: String(nth), label }))}
              value={answer === null ? null : String(answer)}
              error={form.errors[`answers.${at}`]}
              onChange={(value) => form.setFieldValue(`answers.${at}`, value === null ? null : Number(value))}
            />
          </div>
        );
      })}
    </FormFrame>
  );
}

function Passed({ test }: { test: ArticleTest }) {
  if (test.people.length === 0) return null;
  const passed = test.people.filter((one) => one.passedAt).length;
  return (
    <Section title={t('knowledge.who_passed')} aside={t('knowledge.passed_of', { n: passed, of: test.people.length })}>
      <Table
        label={t('knowledge.who_passed')}
        rows={test.people}
        rowId={(row) => row.person.id}
        columns={[
          { key: 'name', label: t('knowledge.person'), cell: (row) => row.person.name },
          {
            key: 'passed',
            label: t('knowledge.passed'),
            cell: (row) => (row.passedAt ? absolute(row.passedAt) : t('knowledge.not_passed')),
          },
          { key: 'tries', label: t('knowledge.tries'), number: true, cell: (row) => row.tries },
        ]}
      />
    </Section>
  );
}
