import { useState } from 'react';
import type { z } from 'zod';
import type { processesOut } from '../../../src/knowledge/view-processes.ts';
import { readable } from '../../matter/written.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, listWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { ArticleView } from './knowledge.ts';
import { ownerWords } from './knowledge.ts';
import styles from './knowledge.module.css';
import { TrainForm } from './train-form.tsx';

type Answer = z.output<typeof processesOut>;
export type Process = Answer['items'][number];
type Person = Process['people'][number];

/** On the page of a process: its training, and who has read and passed it. */
export function TrainingOf({ article }: { article: ArticleView }) {
  const read = useRead<Answer>('articles/processes', {
    about: ['article', 'article_reading', 'clock'],
    query: { article: article.id },
    enabled: article.sort === 'process' && article.retiredAt === null,
  });
  const one = read.data?.items[0];
  return one ? <OneProcess one={one} title={t('knowledge.training')} /> : null;
}

/** Whom a process binds, the readings and tests of its training, and how far everybody is; under its own name, unless it stands on its page. */
export function OneProcess({ one, title }: { one: Process; title?: string }) {
  const [training, train] = useState(false);
  const name = readable(one.title, one);
  const done = one.people.filter(({ standing }) => standing === 'done').length;
  const facts = [
    ...(title ? [] : [t('knowledge.n_version', { n: one.version }), ownerWords(one)]),
    one.posts.length > 0 ? t('knowledge.trained_of', { n: done, of: one.people.length }) : t('knowledge.binds_no_post'),
  ];
  return (
    <Section
      title={title ?? name}
      aside={facts.join(' · ')}
      actions={
        <>
          <ActionButton
            label={t('knowledge.train')}
            kind="quiet"
            can={one.can}
            action="train"
            onRun={() => train(true)}
          />
          {title ? null : <Go to={`/knowledge/${one.id}`}>{t('knowledge.open')}</Go>}
        </>
      }
    >
      {one.posts.length > 0 ? (
        <p>{t('knowledge.binds', { posts: listWords(one.posts.map((post) => said(post.name))) })}</p>
      ) : null}
      <Parts one={one} />
      {one.people.length > 0 ? <People one={one} name={name} /> : null}
      <Dialog opened={training} close={() => train(false)} title={t('knowledge.train')}>
        <TrainForm one={one} done={() => train(false)} />
      </Dialog>
    </Section>
  );
}

/** What is read, and where its test is. */
function Parts({ one }: { one: Process }) {
  if (!one.hasTest && one.training.length === 0) return null;
  return (
    <ul className={styles['parts']}>
      {one.hasTest ? (
        <li>
          <Go to={`/knowledge/${one.id}/test`}>{t('knowledge.own_test')}</Go>
        </li>
      ) : null}
      {one.training.map((part) => (
        <li key={part.id}>
          <Go to={`/knowledge/${part.id}`}>{readable(part.title, part)}</Go>
          {part.hasTest ? <Go to={`/knowledge/${part.id}/test`}>{t('knowledge.test')}</Go> : null}
        </li>
      ))}
    </ul>
  );
}

function People({ one, name }: { one: Process; name: string }) {
  return (
    <Table
      label={t('knowledge.who_trained', { title: name })}
      rows={one.people}
      rowId={(row) => row.person.id}
      columns={[
        { key: 'person', label: t('knowledge.person'), cell: (row) => row.person.name },
        {
          key: 'posts',
          label: t('knowledge.bound_post'),
          cell: (row) => listWords(row.posts.map((post) => said(post.name))),
        },
        { key: 'read', label: t('knowledge.read_part'), cell: (row) => nOf(row.read, row.readings) },
        { key: 'passed', label: t('knowledge.passed_part'), cell: (row) => nOf(row.passed, row.tests) },
        { key: 'standing', label: t('knowledge.training_standing'), cell: standingWords },
        { key: 'due', label: t('knowledge.due'), cell: (row) => (row.dueAt ? absolute(row.dueAt) : null) },
      ]}
    />
  );
}

const nOf = (n: number, of: number): string | null => (of > 0 ? t('knowledge.n_of', { n, of }) : null);

function standingWords({ standing, doneAt }: Person): string {
  return doneAt ? absolute(doneAt) : t(`knowledge.standing_${standing}`);
}
