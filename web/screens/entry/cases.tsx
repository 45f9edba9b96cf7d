import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { casesOut } from '../../../src/entry/view.ts';
import { api } from '../../server/api.ts';
import { base } from '../../server/base.ts';
import { problemWords } from '../../server/refusals.ts';
import { useRead } from '../../server/queries.ts';
import { absolute, setZone } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { Around, Loading } from './around.tsx';
import { OneCase } from './case.tsx';
import { CodeForm } from './code-form.tsx';
import styles from './entry.module.css';
import { Notices } from './notices.tsx';
import { secretOf } from './secret.ts';

type Cases = z.output<typeof casesOut>;

/** A customer's own matters: the one of his link, or all of them by the code of the desk. */
export function Cases() {
  const [secret] = useState(secretOf);
  const [entered, setEntered] = useState(secret === null);
  const enter = useWrite<string>({
    send: (given, options) => api.post('public/enter', { secret: given }, options),
    done: () => setEntered(true),
    failed: () => {
      setEntered(true);
      return true;
    },
  });
  const { run } = enter;
  useEffect(() => {
    if (secret !== null) void run(secret);
    // once, with the secret the page was opened with
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <Around title={t('entry.own')} organisation="">
      {entered ? <List byLink={secret !== null} /> : <Loading />}
      <p>
        <a href={`${base}c`}>{t('entry.to_page')}</a>
      </p>
    </Around>
  );
}

/** Whoever came without a link is asked for the code, and has done nothing wrong yet. */
function List({ byLink }: { byLink: boolean }) {
  const { data, error } = useRead<Cases>('public/cases', { about: [] });
  if (error)
    return (
      <>
        {byLink || error.status !== 401 ? <p role="alert">{problemWords(error)}</p> : null}
        <CodeForm />
      </>
    );
  if (!data) return <Loading />;
  // nobody is signed in who would have said where the centre stands
  setZone(data.zone);
  return (
    <>
      {data.all ? <Notices /> : null}
      {data.items.map((one) => (
        <Matter key={one.id} one={one} alone={data.items.length === 1} />
      ))}
    </>
  );
}

function Matter({ one, alone }: { one: Cases['items'][number]; alone: boolean }) {
  return (
    <details className={styles['item']} open={alone}>
      <summary>
        <strong>
          {one.number} {one.title}
        </strong>{' '}
        <span className="dim">{[said(one.kind), said(one.stage), absolute(one.openedAt)].join(' · ')}</span>
      </summary>
      <OneCase id={one.id} />
    </details>
  );
}
