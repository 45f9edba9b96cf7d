import { NativeSelect } from '@mantine/core';
import { IconSignature, IconUserStar, IconX } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PathPage } from '../../../src/training/view-people.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { pathStateWords, personOptions, useTraining } from './training-data.ts';

/** The pre-job path of a new member, step by step, signed by his coach and by himself (TRNG-03). */
export function Path() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<PathPage>(`training/paths/${id}`, { about: [`training_path/${id}`, 'commitment', 'clock'] });
  const { data } = read;
  return (
    <Page
      title={data ? t('training.path_of', { name: data.person.name }) : t('training.path')}
      aside={data ? pathStateWords(data) : null}
      actions={data ? <Acts path={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={10} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts path={data} /> : null}
    </Page>
  );
}

const changedBy = (id: string) => ['training_path', `training_path/${id}`, 'commitment'] as const;

function Acts({ path }: { path: PathPage }) {
  const [asked, ask] = useState<'coach' | 'end' | null>(null);
  const close = () => ask(null);
  const end = useWrite<string>({
    send: (why, options) => api.post(`training/paths/${path.id}/end`, { why }, options),
    changes: () => changedBy(path.id),
    done: close,
  });
  if (path.can['end'] !== null) return null;
  return (
    <>
      <ActionButton label={t('training.name_coach')} icon={IconUserStar} onRun={() => ask('coach')} />
      <ActionButton label={t('training.end_path')} icon={IconX} kind="quiet" onRun={() => ask('end')} />
      <Dialog opened={asked === 'coach'} close={close} title={t('training.name_coach')}>
        <CoachForm path={path} close={close} />
      </Dialog>
      <AskWhy
        opened={asked === 'end'}
        close={close}
        title={t('training.end_path')}
        act={t('training.end_path')}
        label={t('training.why')}
        busy={end.busy}
        run={(why) => void end.run(why)}
      >
        <p>{t('training.end_path_why')}</p>
      </AskWhy>
    </>
  );
}

function CoachForm({ path, close }: { path: PathPage; close: () => void }) {
  const { data } = useTraining();
  const draft = useDraftForm({
    subject: `training_path/${path.id}/coach`,
    initial: { coachId: path.coach?.id ?? '' },
    check: ({ coachId }) => ({ coachId: coachId ? null : t('training.coach_needed') }),
    send: (values, options) => api.post(`training/paths/${path.id}/coach`, values, options),
    changes: () => changedBy(path.id),
    done: close,
  });
  const people = personOptions(data).filter(({ value }) => value !== path.person.id);
  return (
    <FormFrame draft={draft} submit={t('training.name_coach')}>
      <NativeSelect
        label={t('training.coach')}
        required
        data={[{ value: '', label: '' }, ...people]}
        {...draft.form.getInputProps('coachId')}
      />
    </FormFrame>
  );
}

function Parts({ path }: { path: PathPage }) {
  return (
    <>
      {path.completedAt || path.endedAt ? null : <Notice tone="wait">{t('training.not_alone_why')}</Notice>}
      {path.coach ? null : <Notice tone="late">{t('training.no_coach_why')}</Notice>}
      <Section title={said(path.path)}>
        <Facts
          lines={[
            {
              label: t('training.new_member'),
              value: <Go to={`/staff/training/people/${path.person.id}`}>{path.person.name}</Go>,
            },
            { label: t('training.post'), value: said(path.post) },
            { label: t('training.coach'), value: path.coach?.name },
            { label: t('training.begun'), value: absolute(path.begunAt) },
            { label: t('training.due'), value: path.dueAt ? absolute(path.dueAt) : null },
            { label: t('training.complete_since'), value: path.completedAt ? absolute(path.completedAt) : null },
            { label: t('training.ended'), value: path.endedAt ? absolute(path.endedAt) : null },
            { label: t('training.why'), value: path.endedBecause },
          ]}
        />
      </Section>
      <Section title={t('training.steps')}>
        <Steps path={path} />
      </Section>
    </>
  );
}

type Step = PathPage['list'][number];

function Steps({ path }: { path: PathPage }) {
  const sign = useWrite<string>({
    send: (step, options) => api.post(`training/paths/${path.id}/sign`, { step }, options),
    changes: () => changedBy(path.id),
    done: () => say(t('training.signed_now')),
  });
  return (
    <Table
      label={t('training.steps')}
      rows={path.list}
      rowId={(row) => row.key}
      columns={[
        {
          key: 'name',
          label: t('training.step'),
          cell: (row) => (
            <>
              {path.list.indexOf(row) + 1}. {said(row.name)}
              {row.course ? <div className="dim">{t('training.step_course', { course: said(row.course) })}</div> : null}
            </>
          ),
        },
        { key: 'coach', label: t('training.coach'), cell: (row) => signedWords(row.coach) },
        { key: 'member', label: t('training.new_member'), cell: (row) => signedWords(row.member) },
        {
          key: 'sign',
          label: t('training.sign'),
          acts: true,
          cell: (row) =>
            row.can['sign'] === null ? (
              <ActionButton
                label={t('training.sign')}
                icon={IconSignature}
                kind="primary"
                busy={sign.busy}
                onRun={() => void sign.run(row.key)}
              />
            ) : null,
        },
      ]}
    />
  );
}

const signedWords = (signature: Step['coach']): string =>
  signature ? `${signature.by.name} · ${absolute(signature.at)}` : t('training.unsigned');
