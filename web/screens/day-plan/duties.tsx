import { Textarea, TextInput } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { SendIn } from '../exchange/send-in.tsx';
import { useWrite } from '../../server/writes.ts';
import type { Duties } from './day.ts';
import styles from './day-plan.module.css';
import { DayTabs } from './tabs.tsx';

/** What each post owes, who has confirmed that he understands it and who has not, and what each has open (ASGN-03). */
export function DutiesConfirmed() {
  const about = ['duty_confirmation', 'post', 'person', 'ticket', 'work_item', 'clock'] as const;
  const read = useRead<{ items: Duties[] }>('duties', { about });
  const [stated, setStated] = useState<Duties | null>(null);
  const close = () => setStated(null);
  const shown = read.data?.items.filter((one) => one.statement || one.people.length > 0) ?? [];
  const rows = [...shown.filter((one) => one.statement), ...shown.filter((one) => !one.statement)];
  return (
    <Page
      title={t('frame.day_plan')}
      actions={<SendIn list="duty-statements" name={t('imports.list_duty-statements')} />}
    >
      <div className={styles['page']}>
        <DayTabs tab="duties" />
        {read.isPending ? <LoadingLines count={12} /> : null}
        {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
        {read.data && rows.length === 0 ? <EmptyState title={t('day.no_posts')} /> : null}
        {rows.map((duties) => (
          <OfPost key={duties.post.id} duties={duties} state={() => setStated(duties)} />
        ))}
      </div>
      <Dialog opened={stated !== null} close={close} title={t('day.state_duties')}>
        {stated ? <StateForm duties={stated} done={close} /> : null}
      </Dialog>
    </Page>
  );
}

function OfPost({ duties, state }: { duties: Duties; state: () => void }) {
  const { post, statement, people, former } = duties;
  const confirmed = people.filter((one) => one.confirmedAt).length;
  const confirm = useWrite<number>({
    send: (version, options) => api.post(`posts/${post.id}/duties/confirm`, { version }, options),
    changes: () => ['duty_confirmation', 'commitment'],
    done: () => say(t('day.confirmed_done')),
  });
  return (
    <Section
      title={said(post.name)}
      aside={statement ? t('day.confirmed_of', { n: confirmed, of: people.length }) : t('day.not_stated')}
      actions={
        <>
          {statement && duties.can['confirm'] === null ? (
            <ActionButton
              label={t('day.confirm')}
              icon={IconCheck}
              kind="primary"
              busy={confirm.busy}
              onRun={() => void confirm.run(statement.version)}
            />
          ) : null}
          {duties.can['state'] === null ? (
            <ActionButton label={t('day.state_duties')} icon={IconPencil} kind="quiet" onRun={state} />
          ) : null}
        </>
      }
    >
      {statement ? (
        <>
          <p className={styles['text']}>{statement.text}</p>
          <p className="dim">{versionWords(statement)}</p>
        </>
      ) : null}
      {former.length > 0 ? (
        <details>
          <summary>{t('day.former', { count: former.length })}</summary>
          {former.map((one) => (
            <p key={one.version} className={styles['text']}>
              {one.text} <span className="dim">{versionWords(one)}</span>
            </p>
          ))}
        </details>
      ) : null}
      {people.length > 0 ? <Members duties={duties} /> : null}
    </Section>
  );
}

function versionWords({ version, by, why, at }: NonNullable<Duties['statement']>): string {
  return [t('rounds.n_version', { n: version }), absolute(at), by, why].filter(Boolean).join(' · ');
}

function Members({ duties }: { duties: Duties }) {
  type Row = Duties['people'][number];
  const load = (key: keyof Row['load']) => (row: Row) => numberWords(row.load[key]);
  return (
    <Table
      label={t('day.members', { post: said(duties.post.name) })}
      rows={duties.people}
      rowId={(row) => row.person.id}
      columns={[
        { key: 'name', label: t('day.person'), cell: (row) => row.person.name },
        { key: 'confirmed', label: t('day.confirmed'), cell: confirmedWords },
        { key: 'tickets', label: t('day.load_tickets'), number: true, cell: load('tickets') },
        { key: 'orders', label: t('day.load_orders'), number: true, cell: load('orders') },
        { key: 'items', label: t('day.load_items'), number: true, cell: load('items') },
        { key: 'late', label: t('day.load_late'), number: true, cell: load('late') },
      ]}
    />
  );
}

function confirmedWords(row: Duties['people'][number]): string {
  if (row.confirmedAt) return absolute(row.confirmedAt);
  if (!row.askedAt) return t('day.not_asked');
  return row.late ? t('day.not_confirmed_late') : t('day.not_confirmed');
}

function StateForm({ duties, done }: { duties: Duties; done: () => void }) {
  const draft = useDraftForm({
    subject: `post/${duties.post.id}/duties`,
    initial: { text: duties.statement?.text ?? '', why: '' },
    version: duties.statement?.version ?? 0,
    check: ({ text, why }) => ({
      text: text.trim() ? null : t('day.duties_needed'),
      why: why.trim() ? null : t('day.why_needed'),
    }),
    send: (values, options, known) =>
      api.put(`posts/${duties.post.id}/duties`, { ...values, seen: known.version }, options),
    changes: () => ['duty_confirmation', 'post', 'commitment'],
    done,
  });
  return (
    <FormFrame draft={draft} submit={t('day.state_now')}>
      <Textarea
        label={t('day.duties_of', { post: said(duties.post.name) })}
        required
        autosize
        minRows={6}
        {...draft.form.getInputProps('text')}
      />
      <TextInput label={t('day.why')} required maxLength={200} {...draft.form.getInputProps('why')} />
      <p className="dim">{t('day.asks_anew')}</p>
    </FormFrame>
  );
}
