import { Textarea } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { Assessment } from '../../../src/personnel/view.ts';
import { api } from '../../server/api.ts';
import { refusalWords } from '../../server/refusals.ts';
import { useRead } from '../../server/queries.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { AssessmentForm } from './assessment-form.tsx';
import styles from './staff.module.css';
import { periodOf, scoreWords } from './staff-words.ts';

/** One assessment: filled in by whoever owes it, read and confirmed by the member himself. */
export function OneAssessment() {
  const { id } = useParams({ from: '/inside/staff/assessments/$id' });
  const { data, error, refetch } = useRead<Assessment>(`staff/assessments/${id}`, {
    about: ['staff_assessment', 'notification', 'clock'],
  });
  return (
    <Page title={data ? said(data.name) : t('staff.tab_assessments')} aside={data ? periodOf(data) : null}>
      {!data && error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={10} /> : null}
      {data ? <Parts assessment={data} /> : null}
    </Page>
  );
}

function Parts({ assessment }: { assessment: Assessment }) {
  const { id, submittedAt, can } = assessment;
  return (
    <div className={styles['file']}>
      <Standing assessment={assessment} />
      {submittedAt ? <Marks assessment={assessment} /> : null}
      {!submittedAt && can['submit'] === null ? <AssessmentForm key={id} assessment={assessment} /> : null}
      {!submittedAt && can['submit'] ? <Notice tone="wait">{refusalWords(can['submit'])}</Notice> : null}
      {can['confirm'] === null ? <Confirm key={id} id={id} /> : null}
    </div>
  );
}

function Standing({ assessment: one }: { assessment: Assessment }) {
  return (
    <Facts
      lines={[
        { label: t('staff.member'), value: <Go to={`/staff/members/${one.person.id}`}>{one.person.name}</Go> },
        { label: t('staff.post'), value: said(one.post.name) },
        { label: t('staff.assessor'), value: one.submittedBy?.name ?? said(one.assessor.name) },
        { label: t('staff.due'), value: absolute(one.dueAt) },
        { label: t('staff.state'), value: t(`staff.is_${one.regularity}`) },
        { label: t('staff.score'), value: one.score === null ? null : <strong>{scoreWords(one.score)}</strong> },
        { label: t('staff.submitted'), value: one.submittedAt ? absolute(one.submittedAt) : null },
        { label: t('staff.confirmed'), value: one.confirmedAt ? absolute(one.confirmedAt) : null },
      ]}
    />
  );
}

function Marks({ assessment: { indicators, best, remark, comment } }: { assessment: Assessment }) {
  return (
    <Section title={t('staff.indicators')} aside={t('staff.rounded')}>
      <Table
        label={t('staff.indicators')}
        rows={indicators}
        rowId={(row) => row.key}
        columns={[
          { key: 'name', label: t('staff.indicator'), cell: (row) => said(row.name) },
          {
            key: 'weight',
            label: t('staff.weight'),
            number: true,
            cell: (row) => t('staff.score_of', { score: numberWords(row.weight) }),
          },
          {
            key: 'mark',
            label: t('staff.mark'),
            number: true,
            cell: (row) => t('staff.mark_of', { mark: row.mark ?? 0, best }),
          },
          { key: 'remark', label: t('staff.remark'), cell: (row) => row.remark },
        ]}
      />
      <Facts
        lines={[
          { label: t('staff.whole_remark'), value: remark },
          { label: t('staff.comment'), value: comment },
        ]}
      />
    </Section>
  );
}

function Confirm({ id }: { id: string }) {
  const draft = useDraftForm<{ comment: string }>({
    subject: `staff_assessment/${id}/confirm`,
    initial: { comment: '' },
    check: () => ({}),
    send: (values, options) => api.post(`staff/assessments/${id}/confirm`, values, options),
    changes: () => ['staff_assessment'],
    done: () => say(t('staff.confirmed_now')),
  });
  return (
    <Section title={t('staff.confirm')}>
      <FormFrame draft={draft} submit={t('staff.confirm')}>
        <Textarea
          label={t('staff.comment')}
          description={t('staff.comment_why')}
          autosize
          minRows={2}
          maxLength={2000}
          {...draft.form.getInputProps('comment')}
        />
      </FormFrame>
    </Section>
  );
}
