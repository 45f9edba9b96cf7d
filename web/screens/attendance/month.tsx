import { TextInput, Textarea } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Go } from '../../ui/go.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, dayOf, listWords, nowMs, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { TakeOut } from '../exchange/take-out.tsx';
import type { Month } from './attendance-data.ts';
import { aboutShifts, minutesWords } from './attendance-data.ts';
import styles from './attendance.module.css';

const route = getRouteApi('/inside/staff/attendance');

/** A month's attendance against the rota, a line a person; reviewed by the administration supervisor it stands. */
export function MonthSheet() {
  const { month = dayOf(nowMs()).slice(0, 7) } = route.useSearch();
  const navigate = route.useNavigate();
  const read = useRead<Month>('attendance/month', { about: aboutShifts, query: { month }, keep: true });
  const { data } = read;
  return (
    <>
      <div className={styles['line']}>
        <TextInput
          type="month"
          label={t('attendance.month')}
          value={month}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: (before) => ({ ...before, month: value || undefined }) })
          }
        />
        <TakeOut list="attendance-month" name={t('attendance.view_month')} query={{ month }} />
        {data?.id ? <Acts month={data} /> : null}
      </div>
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <LoadingLines count={8} /> : null}
      {data ? <Shown month={data} /> : null}
    </>
  );
}

function Shown({ month }: { month: Month }) {
  const { reviewedAt, reviewedBy, remark, reopened, items } = month;
  return (
    <>
      {reviewedAt && reviewedBy ? (
        <Notice tone="run">
          {t('attendance.reviewed_by', { name: reviewedBy.name, at: absolute(reviewedAt) })} {remark}
        </Notice>
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={t('attendance.month_empty')}>{t('attendance.month_empty_why')}</EmptyState>
      ) : (
        <Lines month={month} />
      )}
      {reopened.length > 0 ? (
        <Section title={t('attendance.reopened')}>
          <ul>
            {reopened.map(({ by, at, why }) => (
              <li key={at}>{t('attendance.reopened_by', { name: by.name, at: absolute(at), why })}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

type Line = Month['items'][number];

function Lines({ month: { items } }: { month: Month }) {
  const times = (count: number, minutes: number) =>
    count === 0 ? '–' : t('attendance.times', { count, length: minutesWords(minutes) });
  const orDash = (count: number) => (count === 0 ? '–' : numberWords(count));
  return (
    <Table
      label={t('attendance.view_month')}
      rows={items}
      rowId={({ person }) => person.id}
      columns={[
        {
          key: 'person',
          label: t('attendance.person'),
          cell: ({ person }) => (
            <Go to="/staff/attendance" search={{ view: 'list', person: person.id }}>
              {person.name}
            </Go>
          ),
        },
        { key: 'shifts', label: t('attendance.shifts_due'), number: true, cell: ({ shifts }) => shifts },
        { key: 'attended', label: t('attendance.attended'), number: true, cell: ({ attended }) => attended },
        { key: 'late', label: t('attendance.only_late'), cell: (line: Line) => times(line.late, line.lateMinutes) },
        { key: 'early', label: t('attendance.only_early'), cell: (line: Line) => times(line.early, line.earlyMinutes) },
        { key: 'missing', label: t('attendance.only_missing'), number: true, cell: ({ missing }) => orDash(missing) },
        { key: 'noOut', label: t('attendance.only_no_out'), number: true, cell: ({ noOut }) => orDash(noOut) },
        {
          key: 'away',
          label: t('attendance.view_leave'),
          cell: ({ away }) =>
            away.length === 0
              ? '–'
              : listWords(away.map((one) => `${said(one.name)} ${numberWords(one.hundredths / 100)}`)),
        },
        {
          key: 'over',
          label: t('attendance.overtime'),
          cell: ({ overtimeMinutes }) => (overtimeMinutes === 0 ? '–' : minutesWords(overtimeMinutes)),
        },
      ]}
    />
  );
}

function Acts({ month }: { month: Month }) {
  const [asked, ask] = useState<'review' | 'reopen' | null>(null);
  const [remark, setRemark] = useState('');
  const after = { changes: () => ['attendance_month', 'shift'] as const, done: () => ask(null) };
  const review = useWrite<null>({
    send: (_, options) => api.post(`attendance/months/${month.id}/review`, { remark: remark.trim() }, options),
    ...after,
  });
  const reopen = useWrite<string>({
    send: (why, options) => api.post(`attendance/months/${month.id}/reopen`, { why }, options),
    ...after,
  });
  return (
    <>
      {month.reviewedAt ? (
        <ActionButton label={t('attendance.reopen')} can={month.can} action="reopen" onRun={() => ask('reopen')} />
      ) : (
        <ActionButton
          label={t('attendance.review')}
          kind="primary"
          can={month.can}
          action="review"
          onRun={() => ask('review')}
        />
      )}
      <AskFirst
        opened={asked === 'review'}
        close={() => ask(null)}
        title={t('attendance.review')}
        act={t('attendance.review')}
        danger={false}
        busy={review.busy}
        run={() => void review.run(null)}
      >
        <p>{t('attendance.review_what')}</p>
        <Textarea
          label={t('attendance.remark')}
          autosize
          minRows={2}
          maxLength={2000}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
      </AskFirst>
      <AskWhy
        opened={asked === 'reopen'}
        close={() => ask(null)}
        title={t('attendance.reopen')}
        act={t('attendance.reopen')}
        label={t('attendance.why')}
        busy={reopen.busy}
        run={(why) => void reopen.run(why)}
      />
    </>
  );
}
