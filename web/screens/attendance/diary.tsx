import { Textarea, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { diariesOut, diaryLineOut, diaryOut } from '../../../src/diary/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay, dayOf, ms, nowMs, shortDay, timeOfDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { TakeOut } from '../exchange/take-out.tsx';

import styles from './attendance.module.css';

type Diary = z.output<typeof diaryOut>;
type Diaries = z.output<typeof diariesOut>;
type Line = z.output<typeof diaryLineOut>;

const route = getRouteApi('/inside/staff/attendance');
const about = ['diary_day', 'ticket', 'contact', 'work_order', 'return_visit'] as const;

/** My diary of a day, and those of whoever I answer for with the days that are missing. */
export function DiaryPart() {
  const today = dayOf(nowMs());
  const { week: day = today } = route.useSearch();
  const navigate = route.useNavigate();
  const read = useRead<Diary>('diary', { about, query: { day }, keep: true });
  const { data } = read;
  return (
    <>
      <TextInput
        type="date"
        label={t('attendance.diary_day')}
        className={styles['date'] ?? ''}
        value={day}
        max={today}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ search: (before) => ({ ...before, week: value || undefined }) })
        }
      />
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <OneDay diary={data} key={data.day} /> : <LoadingLines count={5} />}
      <Team />
    </>
  );
}

function OneDay({ diary }: { diary: Diary }) {
  return (
    <Section title={t('attendance.diary_system')} aside={shortDay(diary.day)}>
      <Drawn diary={diary} />
      {diary.can['close'] === null ? <CloseForm diary={diary} /> : <Written diary={diary} />}
    </Section>
  );
}

/** What was done by what stands in the house, each on the matter that it was done on. */
function Drawn({ diary: { counts, lines } }: { diary: Diary }) {
  if (lines.length === 0) return <p className="dim">{t('attendance.diary_nothing')}</p>;
  const words = counts.map(({ what, n }) => t('attendance.n_of', { what: t(`attendance.did_${what}`), n }));
  return (
    <>
      <p>{words.join(' · ')}</p>
      <ul className={styles['did']}>
        {lines.map(({ what, at, ticket }, no) => (
          <li key={`${no} ${at}`}>
            <span className="dim">{timeOfDay(ms(at))}</span> {t(`attendance.did_${what}`)}{' '}
            {ticket ? <Go to={`/tickets/${ticket.id}`}>{`${ticket.number} ${ticket.title}`}</Go> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Written({ diary: { closedAt, late, done, next } }: { diary: Diary }) {
  return (
    <Facts
      lines={[
        { label: t('attendance.diary_done'), value: done },
        { label: t('attendance.diary_next'), value: next },
        {
          label: t('attendance.state'),
          value: closedAt
            ? `${t('attendance.diary_closed_at', { at: absolute(closedAt) })} ${late ? t('attendance.diary_late') : ''}`
            : t('attendance.diary_open'),
        },
      ]}
    />
  );
}

function CloseForm({ diary }: { diary: Diary }) {
  const draft = useDraftForm<{ done: string; next: string }>({
    subject: `diary_day/${diary.day}`,
    initial: { done: '', next: '' },
    check: ({ done }) => ({ done: diary.lines.length === 0 && !done.trim() ? t('attendance.needed') : null }),
    send: ({ done, next }, options) =>
      api.post('diary/close', { day: diary.day, done: done.trim(), next: next.trim() }, options),
    changes: () => ['diary_day', 'commitment'],
    done: () => say(t('attendance.diary_closed')),
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('attendance.diary_close')}>
      <Textarea
        label={t('attendance.diary_done')}
        required={diary.lines.length === 0}
        autosize
        minRows={3}
        maxLength={5000}
        {...form.getInputProps('done')}
      />
      <Textarea
        label={t('attendance.diary_next')}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.getInputProps('next')}
      />
    </FormFrame>
  );
}

function Team() {
  const { data } = useRead<Diaries>('diaries', { about: ['diary_day'], query: { limit: 100 } });
  const [looking, look] = useState<Line | null>(null);
  if (!data) return <LoadingLines count={4} />;
  return (
    <Section
      title={t('attendance.diary_team')}
      actions={<TakeOut list="diaries" name={t('attendance.diary_team')} query={{}} />}
    >
      {data.missing.map(({ person, n }) => (
        <Notice key={person.id} tone="late">
          {t('attendance.diary_missing_of', { name: person.name, count: n })}
        </Notice>
      ))}
      {data.items.length === 0 ? (
        <EmptyState title={t('attendance.diary_none')}>{t('attendance.diary_none_why')}</EmptyState>
      ) : (
        <Table
          label={t('attendance.diary_team')}
          rows={data.items}
          rowId={({ id }) => id}
          columns={[
            { key: 'day', label: t('attendance.day'), cell: ({ day }) => shortDay(day) },
            {
              key: 'person',
              label: t('attendance.person'),
              cell: (row) => <ActionButton label={row.person.name} kind="quiet" onRun={() => look(row)} />,
            },
            { key: 'state', label: t('attendance.state'), cell: stateOf },
            { key: 'done', label: t('attendance.diary_done'), cell: ({ done }) => done },
          ]}
        />
      )}
      <Dialog
        opened={looking !== null}
        close={() => look(null)}
        title={looking ? `${looking.person.name} · ${absoluteDay(looking.day)}` : ''}
      >
        {looking ? <Theirs line={looking} /> : null}
      </Dialog>
    </Section>
  );
}

function stateOf({ closedAt, late }: Line) {
  if (closedAt === null && late) return <span className={styles['fault']}>{t('attendance.diary_missing')}</span>;
  if (closedAt === null) return t('attendance.diary_open');
  const at = t('attendance.diary_closed_at', { at: absolute(closedAt) });
  return late ? `${at} · ${t('attendance.diary_late')}` : at;
}

function Theirs({ line }: { line: Line }) {
  const query = { day: line.day, person: line.person.id };
  const { data } = useRead<Diary>('diary', { about, query });
  if (!data) return <LoadingLines count={5} />;
  return (
    <>
      <Drawn diary={data} />
      <Written diary={data} />
    </>
  );
}
