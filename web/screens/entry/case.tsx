import { useState } from 'react';
import type { z } from 'zod';
import type { caseOut } from '../../../src/entry/view.ts';
import { api } from '../../server/api.ts';
import { satisfactionWords } from '../../matter/words.ts';
import { useRead } from '../../server/queries.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { Facts } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { Failed, Loading, Wrong } from './around.tsx';
import { Lines, Press } from './controls.tsx';
import styles from './entry.module.css';

type Case = z.output<typeof caseOut>;

/** Where it stands, who answers for it, what was said and promised, and what he can do about it. */
export function OneCase({ id }: { id: string }) {
  const { data, error, refetch } = useRead<Case>(`public/cases/${id}`, { about: [] });
  if (error) return <Failed problem={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const again = () => void refetch();
  return (
    <>
      <Facts
        lines={[
          { label: t('entry.stage'), value: said(data.stage) },
          { label: t('entry.contact'), value: data.contact },
          ...data.promises.map((one) => ({
            label: t('entry.promised', { at: absolute(one.dueAt) }),
            value: one.words,
          })),
          ...data.visits.map((one) => ({
            label: t('entry.visit'),
            value: `${absolute(one.fromAt)} – ${absolute(one.untilAt)}`,
          })),
          ...data.said.map((one) => ({ label: absolute(one.at), value: one.text })),
          { label: t('entry.outcome'), value: data.outcome },
        ]}
      />
      {data.can.rate ? <Rate id={id} done={again} /> : null}
      {data.can.add ? <AddWord id={id} done={again} /> : null}
    </>
  );
}

function AddWord({ id, done }: { id: string; done: () => void }) {
  const [text, setText] = useState('');
  const [added, setAdded] = useState(false);
  const add = useWrite<string>({
    send: (words, options) => api.post(`public/cases/${id}/words`, { text: words }, options),
    done: () => {
      setText('');
      setAdded(true);
      done();
    },
    failed: () => true,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add.run(text);
      }}
    >
      <Lines
        label={t('entry.add')}
        required
        rows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {added ? <p role="status">{t('entry.added')}</p> : null}
      <Wrong problem={add.problem} />
      <Press label={t('entry.add_send')} busy={add.busy} />
    </form>
  );
}

const grades = ['5', '4', '3', '2', '1'] as const;

function Rate({ id, done }: { id: string; done: () => void }) {
  const [grade, setGrade] = useState<(typeof grades)[number] | null>(null);
  const [text, setText] = useState('');
  const rate = useWrite<boolean>({
    send: (solved, options) =>
      api.post(`public/cases/${id}/solved`, { solved, satisfaction: Number(grade ?? (solved ? 4 : 2)), text }, options),
    done,
    failed: () => true,
  });
  return (
    <div role="group" aria-label={t('entry.is_solved')} className={styles['rate']}>
      <h3>{t('entry.is_solved')}</h3>
      <Choices
        label={t('entry.how_content')}
        options={grades.map((value) => ({ value, label: satisfactionWords(Number(value)) }))}
        value={grade}
        onChange={setGrade}
      />
      <Lines label={t('entry.remark')} rows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Wrong problem={rate.problem} />
      <Press label={t('entry.solved')} busy={rate.busy} onRun={() => void rate.run(true)} />
      <Press label={t('entry.not_solved')} busy={rate.busy} plain onRun={() => void rate.run(false)} />
    </div>
  );
}
