import { useState } from 'react';
import type { z } from 'zod';
import type { ownNoticesOut } from '../../../src/entry/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { Section } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { Wrong } from './around.tsx';
import { Press } from './controls.tsx';
import styles from './entry.module.css';

type Own = z.output<typeof ownNoticesOut>['items'][number];

/** What he is asked to know, each with one press to say that he does. Without a session of a code there is nothing here. */
export function Notices() {
  const { data, refetch } = useRead<z.output<typeof ownNoticesOut>>('public/notices', { about: [] });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('entry.notices')}>
      {data.items.map((one) => (
        <OneNotice key={one.id} notice={one} again={() => void refetch()} />
      ))}
    </Section>
  );
}

function OneNotice({ notice, again }: { notice: Own; again: () => void }) {
  const { id, title, text, place, knowBy, knownAt } = notice;
  // what he has just confirmed stays open, and says so
  const [open] = useState(knownAt === null);
  const know = useWrite<void>({
    send: (_nothing, options) => api.post(`public/notices/${id}/known`, {}, options),
    done: again,
    failed: () => true,
  });
  return (
    <details className={styles['item']} open={open}>
      <summary>
        <strong>{title}</strong> <span className="dim">{place}</span>
      </summary>
      <p className={styles['told']}>{text}</p>
      {knownAt ? (
        <p role="status">{t('entry.notice_known_at', { at: absolute(knownAt) })}</p>
      ) : (
        <div className={styles['rate']}>
          <p className="dim">{t('entry.notice_by', { day: knowBy })}</p>
          <Wrong problem={know.problem} />
          <Press label={t('entry.notice_known')} busy={know.busy} onRun={() => void know.run()} />
        </div>
      )}
    </details>
  );
}
