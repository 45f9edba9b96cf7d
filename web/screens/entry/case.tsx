import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { caseOut } from '../../../src/entry/view.ts';
import { api } from '../../api.ts';
import { satisfactionWords } from '../../matter/words.ts';
import { useRead } from '../../queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { Facts } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../writes.ts';

type Case = z.output<typeof caseOut>;

/** Where it stands, who answers for it, what was said and promised, and what he can do about it. */
export function OneCase({ id }: { id: string }) {
  const { data, error, refetch } = useRead<Case>(`public/cases/${id}`, { about: [] });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (!data) return <LoadingLines count={4} />;
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
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add.run(text);
      }}
    >
      <Textarea
        label={t('entry.add')}
        required
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {added ? <p role="status">{t('entry.added')}</p> : null}
      <SubmitButton label={t('entry.add_send')} busy={add.busy} />
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
  });
  return (
    <div role="group" aria-label={t('entry.is_solved')}>
      <Choices
        label={t('entry.how_content')}
        options={grades.map((value) => ({ value, label: satisfactionWords(Number(value)) }))}
        value={grade}
        onChange={setGrade}
      />
      <Textarea
        label={t('entry.remark')}
        autosize
        minRows={1}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionButton label={t('entry.solved')} kind="primary" busy={rate.busy} onRun={() => void rate.run(true)} />
      <ActionButton label={t('entry.not_solved')} busy={rate.busy} onRun={() => void rate.run(false)} />
    </div>
  );
}
