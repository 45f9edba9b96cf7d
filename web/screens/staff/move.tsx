import { Textarea } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { Move } from '../../../src/personnel/view-records.ts';
import { api } from '../../server/api.ts';
import { refusalWords } from '../../server/refusals.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { RecordItem } from './record-item.tsx';
import styles from './staff.module.css';
import { moveStateWords, wayWords } from './staff-words.ts';

const VERDICTS = ['approved', 'refused'] as const;

/** One proposal or appointment: what, why, what it rests on, and the decision. */
export function OneMove() {
  const { id } = useParams({ from: '/inside/staff/moves/$id' });
  const { data, error, refetch } = useRead<Move>(`staff/moves/${id}`, {
    about: ['staff_move', 'notification', 'post'],
  });
  return (
    <Page
      title={
        data ? t('staff.move_of', { sort: t(`staff.sort_${data.sort}`), name: data.person.name }) : t('staff.title')
      }
      aside={data ? moveStateWords(data.state) : null}
      actions={data ? <Acts move={data} /> : null}
    >
      {!data && error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={10} /> : null}
      {data ? <Parts move={data} /> : null}
    </Page>
  );
}

function Acts({ move: { id, can } }: { move: Move }) {
  const write = useWrite<'withdraw' | 'retry', unknown>({
    send: (act, options) => api.post(`staff/moves/${id}/${act}`, {}, options),
    changes: () => ['staff_move', 'person', 'post'],
  });
  return (
    <>
      {can['withdraw'] === null ? (
        <ActionButton label={t('staff.withdraw')} busy={write.busy} onRun={() => void write.run('withdraw')} />
      ) : null}
      {can['retry'] === null ? (
        <ActionButton label={t('staff.retry')} kind="primary" busy={write.busy} onRun={() => void write.run('retry')} />
      ) : null}
    </>
  );
}

function Parts({ move }: { move: Move }) {
  return (
    <div className={styles['file']}>
      {move.stuckBecause ? (
        <Notice tone="late">{t('staff.stuck_because', { why: refusalWords({ code: move.stuckBecause }) })}</Notice>
      ) : null}
      <Facts
        lines={[
          { label: t('staff.member'), value: <Go to={`/staff/members/${move.person.id}`}>{move.person.name}</Go> },
          { label: t('staff.posts'), value: wayWords(move) },
          { label: t('staff.from_day'), value: absoluteDay(move.day) },
          { label: t('staff.reason'), value: move.reason },
          { label: t('staff.proposed'), value: `${move.proposedBy.name} · ${absolute(move.proposedAt)}` },
          { label: t('staff.decide_by'), value: move.dueAt ? absolute(move.dueAt) : null },
          { label: t('staff.verdict'), value: move.verdict ? t(`staff.verdict_${move.verdict}`) : null },
          {
            label: t('staff.decided'),
            value: move.decidedAt ? `${move.decidedBy?.name} · ${absolute(move.decidedAt)}` : null,
          },
          { label: t('staff.remark'), value: move.remark },
          { label: t('staff.in_effect_since'), value: move.doneAt ? absolute(move.doneAt) : null },
        ]}
      />
      {move.grounds.length > 0 ? (
        <Section title={t('staff.grounds')}>
          <ul className={styles['records']}>
            {move.grounds.map((record) => (
              <RecordItem key={record.id} record={record} />
            ))}
          </ul>
        </Section>
      ) : null}
      {move.can['decide'] === null ? <Decide key={move.id} id={move.id} /> : null}
    </div>
  );
}

function Decide({ id }: { id: string }) {
  const draft = useDraftForm<{ verdict: (typeof VERDICTS)[number] | ''; remark: string }>({
    subject: `staff_move/${id}/decision`,
    initial: { verdict: '', remark: '' },
    check: ({ verdict, remark }) => ({
      verdict: verdict ? null : t('staff.verdict_needed'),
      remark: verdict === 'refused' && !remark.trim() ? t('staff.refusal_needs_words') : null,
    }),
    send: (values, options) => api.post(`staff/moves/${id}/decide`, values, options),
    changes: () => ['staff_move', 'person', 'post'],
    done: () => say(t('staff.decided_now')),
  });
  const { form } = draft;
  return (
    <Section title={t('staff.decision')}>
      <FormFrame draft={draft} submit={t('staff.decide')}>
        <Choices
          label={t('staff.verdict')}
          required
          options={VERDICTS.map((value) => ({ value, label: t(`staff.verdict_${value}`) }))}
          value={form.values.verdict || null}
          onChange={(value) => form.setFieldValue('verdict', value ?? '')}
          error={form.errors['verdict']}
        />
        <Textarea label={t('staff.remark')} autosize minRows={2} maxLength={2000} {...form.getInputProps('remark')} />
      </FormFrame>
    </Section>
  );
}
