import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import { CONTACT_STATES } from '../../../src/outreach/outreach.ts';
import type { outreachPageOut } from '../../../src/outreach/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { listWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { ContactList } from './contacts.tsx';
import { outreachStateWords, progressWords } from './outreach-words.ts';
import styles from './outreach.module.css';

type Answer = z.output<typeof outreachPageOut>;

/** One outreach: how far it is, what is written, and what became of each customer. */
export function OneOutreach() {
  const { id } = useParams({ from: '/inside/outreach/$id' });
  const { data, error, refetch } = useRead<Answer>(`outreaches/${id}`, { about: ['outreach'] });
  if (!data)
    return (
      <Page title={t('outreach.title')}>
        {error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={10} />}
      </Page>
    );
  return (
    <Page title={data.name} shape="fill" aside={outreachStateWords(data.state)} actions={<Acts outreach={data} />}>
      <div className={styles['whole']}>
        <div className={styles['head']}>
          <progress
            value={data.customers - data.counts.waiting}
            max={Math.max(1, data.customers)}
            aria-label={progressWords(data)}
          />
          <p>
            {progressWords(data)} <span className="dim">{countsWords(data)}</span>
          </p>
          <blockquote className={styles['said']}>
            <strong>{said(data.subject)}</strong>
            {'\n'}
            {said(data.text)}
          </blockquote>
        </div>
        <ContactList query={{ outreach: id }} name={t('outreach.contacts')} />
      </div>
    </Page>
  );
}

function countsWords({ counts }: Answer): string {
  return listWords(
    CONTACT_STATES.filter((one) => counts[one] > 0).map((one) => `${t(`outreach.contact_${one}`)} ${counts[one]}`),
  );
}

function Acts({ outreach: { id, state, can } }: { outreach: Answer }) {
  const write = useWrite<'stop' | 'go-on', unknown>({
    send: (act, options) => api.post(`outreaches/${id}/${act}`, {}, options),
    changes: () => ['outreach'],
    done: (_, act) => say(t(act === 'stop' ? 'outreach.stopped_now' : 'outreach.went_on')),
  });
  if (state === 'done') return null;
  return state === 'going' ? (
    <ActionButton
      label={t('outreach.stop')}
      icon={IconPlayerStop}
      can={can}
      action="stop"
      busy={write.busy}
      onRun={() => void write.run('stop')}
    />
  ) : (
    <ActionButton
      label={t('outreach.go_on')}
      icon={IconPlayerPlay}
      kind="primary"
      can={can}
      action="go_on"
      busy={write.busy}
      onRun={() => void write.run('go-on')}
    />
  );
}
