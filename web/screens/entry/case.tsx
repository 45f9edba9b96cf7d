import type { ReactNode } from 'react';
import { useState } from 'react';
import type { z } from 'zod';
import type { caseOut } from '../../../src/entry/view.ts';
import { api } from '../../server/api.ts';
import { satisfactionWords } from '../../matter/words.ts';
import { useRead } from '../../server/queries.ts';
import { fieldWords } from '../../server/refusals.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { Drawing } from '../../ui/form/drawing.tsx';
import { Facts } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { Failed, Loading, Wrong } from './around.tsx';
import { Brought, Parts } from './bring.tsx';
import { Line, Lines, Press } from './controls.tsx';
import styles from './entry.module.css';
import { inBase64, photosInText } from './in-text.ts';
import type { Taken } from './photos.tsx';
import { Photos } from './photos.tsx';

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
      <Brought papers={data.papers} />
      <Parts number={data.number} parts={data.parts} />
      {data.can.rate ? <Rate id={id} done={again} /> : null}
      {data.can.add ? <AddWord id={id} done={again} /> : null}
    </>
  );
}

function AddWord({ id, done }: { id: string; done: () => void }) {
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<Taken[]>([]);
  const [added, setAdded] = useState(false);
  const add = useWrite<object>({
    send: (word, options) => api.post(`public/cases/${id}/words`, word, options),
    done: () => {
      setText('');
      setPhotos([]);
      setAdded(true);
      done();
    },
    failed: () => true,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void photosInText(photos).then((sent) => add.run({ text, photos: sent }));
      }}
    >
      <Lines
        label={t('entry.add')}
        required
        rows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Photos label={t('entry.photos')} value={photos} onChange={setPhotos} atMost={2} />
      {added ? <p role="status">{t('entry.added')}</p> : null}
      <Wrong problem={add.problem} />
      <Press label={t('entry.add_send')} busy={add.busy} />
    </form>
  );
}

const grades = ['5', '4', '3', '2', '1'] as const;

type Answer = { solved: boolean; drawn: Blob | null; signedBy: string };

async function inBody({ solved, drawn, signedBy }: Answer, satisfaction: number, text: string): Promise<object> {
  return { solved, satisfaction, text, ...(drawn ? { signedBy, signature: await inBase64(drawn) } : {}) };
}

/** Whether it is solved, how content he is, and his signature under what is, where he wants to sign. */
function Rate({ id, done }: { id: string; done: () => void }) {
  const [grade, setGrade] = useState<(typeof grades)[number] | null>(null);
  const [text, setText] = useState('');
  const [drawn, setDrawn] = useState<Blob | null>(null);
  const [signedBy, setSignedBy] = useState('');
  const rate = useWrite<object>({
    send: (answer, options) => api.post(`public/cases/${id}/solved`, answer, options),
    done,
    failed: () => true,
  });
  const say = (answer: Answer) =>
    void inBody(answer, Number(grade ?? (answer.solved ? 4 : 2)), text).then((body) => rate.run(body));
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
      <Sign drawn={drawn} onDraw={setDrawn}>
        <Line
          label={t('form.signer')}
          required={drawn !== null}
          maxLength={100}
          autoComplete="name"
          value={signedBy}
          error={rate.problem ? fieldWords(rate.problem)['signedBy'] : null}
          onChange={(event) => setSignedBy(event.currentTarget.value)}
        />
      </Sign>
      <Wrong problem={rate.problem} />
      <Press label={t('entry.solved')} busy={rate.busy} onRun={() => say({ solved: true, drawn, signedBy })} />
      <Press
        label={t('entry.not_solved')}
        busy={rate.busy}
        plain
        onRun={() => say({ solved: false, drawn: null, signedBy: '' })}
      />
    </div>
  );
}

type SignProps = { drawn: Blob | null; onDraw: (drawn: Blob | null) => void; children: ReactNode };

function Sign({ drawn, onDraw, children }: SignProps) {
  return (
    <details>
      <summary>{t('entry.sign')}</summary>
      <div className={styles['rate']}>
        <Drawing drawn={drawn} onDraw={onDraw} />
        {drawn ? <Press label={t('form.sign_again')} busy={false} plain onRun={() => onDraw(null)} /> : null}
        {children}
      </div>
    </details>
  );
}
