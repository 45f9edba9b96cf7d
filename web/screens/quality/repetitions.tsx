import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { addressOf } from '../../frame/addresses.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { lengthSaid } from '../administration/limits/limit-words.ts';
import type { Repetition, Repetitions } from './improvements.ts';
import { patternWords } from './improvements.ts';
import styles from './quality.module.css';

/** What occurs repeatedly, with the records behind: an action follows, or somebody says why not. */
export function Repeated() {
  const read = useRead<Repetitions>('repetitions', {
    about: ['ticket', 'return_visit', 'rectification', 'improvement'],
  });
  const [deciding, decide] = useState<Repetition | null>(null);
  const { data } = read;
  return (
    <div className={styles['read']}>
      {read.isPending ? <LoadingLines count={6} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? (
        <p className="dim">
          {t('improvement.repeated_why', { times: data.times, within: lengthSaid(data.within) })}{' '}
          <Go to="/administration/limits/house">{t('improvement.repeated_setting')}</Go>
        </p>
      ) : null}
      {data?.items.length === 0 ? (
        <EmptyState title={t('improvement.nothing_repeated')}>{t('improvement.nothing_repeated_why')}</EmptyState>
      ) : null}
      {data?.items.map((one) => (
        <One key={one.pattern} one={one} decide={() => decide(one)} />
      ))}
      <Dialog opened={deciding !== null} close={() => decide(null)} title={t('improvement.no_action')}>
        {deciding ? <DecideForm one={deciding} close={() => decide(null)} /> : null}
      </Dialog>
    </div>
  );
}

function timesWords({ n, usual, lastAt }: Repetition): string {
  const when = absolute(lastAt);
  return usual === null
    ? t('improvement.n_times', { count: n, when })
    : t('improvement.n_times_usually', { count: n, usual: numberWords(Math.round(usual * 10) / 10), when });
}

function One({ one, decide }: { one: Repetition; decide: () => void }) {
  const navigate = useNavigate();
  const open = () =>
    void navigate({
      to: '/quality/actions/new' as string,
      search: { pattern: one.pattern, department: one.department.id } as never,
    });
  return (
    <Section
      title={`${said(one.department.name)} · ${patternWords(one.sort, one.names)}`}
      aside={timesWords(one)}
      actions={
        <>
          <ActionButton label={t('improvement.act')} kind="primary" onRun={open} />
          <ActionButton label={t('improvement.no_action')} onRun={decide} />
        </>
      }
    >
      <details>
        <summary>{t('improvement.records', { count: numberWords(one.records.length) })}</summary>
        <ul>
          {one.records.map((record) => (
            <li key={record.id}>
              <Go to={addressOf(record.type, record.id) ?? '/quality'}>
                {record.number} {record.title}
              </Go>{' '}
              <span className="dim">{absolute(record.at)}</span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function DecideForm({ one, close }: { one: Repetition; close: () => void }) {
  const draft = useDraftForm({
    subject: `repetition/${one.pattern.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80)}`,
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? null : t('improvement.reason_needed') }),
    send: ({ reason }, options) => api.post('repetitions/decide', { pattern: one.pattern, reason }, options),
    changes: () => ['improvement'],
    done: () => {
      say(t('improvement.decided'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('improvement.no_action')}>
      <Textarea label={t('improvement.reason')} required autosize minRows={2} {...draft.form.getInputProps('reason')} />
    </FormFrame>
  );
}
