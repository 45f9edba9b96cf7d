import { useParams } from '@tanstack/react-router';
import type { MasteryLine, PathLine } from '../../../src/training/view-people.ts';
import type { HoursLine, NeedLine, SessionLine } from '../../../src/training/view.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { HoursTable } from './figures.tsx';
import { MasteryTable } from './mastery.tsx';
import { ABOUT_NEEDS, NeedTable } from './needs.tsx';
import { PathTable } from './paths.tsx';
import { ABOUT_SESSIONS, stateOf, useTraining } from './training-data.ts';

type All<Line> = { items: Line[] };

/** The training record of one member: what he needs and has, his sessions, hours by form, path and mastery. */
export function Member() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data } = useTraining();
  const name = data?.people.find((one) => one.id === id)?.name;
  const query = { person: id };
  const needs = useRead<All<NeedLine>>('training/needs', { about: ABOUT_NEEDS, query: { ...query, all: 'true' } });
  const paths = useRead<All<PathLine>>('training/paths', { about: ['training_path', 'commitment'], query });
  const sessions = useRead<All<SessionLine>>('training/sessions', {
    about: ABOUT_SESSIONS,
    query: { ...query, limit: 100 },
  });
  const hours = useRead<All<HoursLine>>('training/hours', { about: ABOUT_NEEDS, query });
  const mastery = useRead<All<MasteryLine>>('training/mastery', { about: ['skill_mastery'], query });
  const read = [needs, paths, sessions, hours, mastery];
  const nothing = read.every((one) => one.data?.items.length === 0);
  return (
    <Page title={name ? t('training.record_of', { name }) : t('training.record_title')}>
      {read.some((one) => one.isPending) ? <LoadingLines count={12} /> : null}
      {nothing ? <EmptyState title={t('training.no_record')}>{t('training.no_record_why')}</EmptyState> : null}
      <Part title={t('training.needs_of_post')} rows={needs.data?.items}>
        {(rows) => <NeedTable rows={rows} />}
      </Part>
      <Part title={t('training.view_paths')} rows={paths.data?.items}>
        {(rows) => <PathTable rows={rows} />}
      </Part>
      <Part title={t('training.hours')} rows={hours.data?.items}>
        {(rows) => <HoursTable rows={rows} />}
      </Part>
      <Part title={t('training.sessions')} rows={sessions.data?.items}>
        {(rows) => <Sessions rows={rows} />}
      </Part>
      <Part title={t('training.view_mastery')} rows={mastery.data?.items}>
        {(rows) => <MasteryTable rows={rows} />}
      </Part>
    </Page>
  );
}

type PartProps<Line> = {
  title: string;
  rows: readonly Line[] | undefined;
  children: (rows: readonly Line[]) => React.ReactNode;
};

function Part<Line>({ title, rows = [], children }: PartProps<Line>) {
  return rows.length === 0 ? null : <Section title={title}>{children(rows)}</Section>;
}

function Sessions({ rows }: { rows: readonly SessionLine[] }) {
  return (
    <Table
      label={t('training.sessions')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'subject',
          label: t('training.subject'),
          cell: (row) => <Go to={`/staff/training/sessions/${row.id}`}>{row.subject}</Go>,
        },
        { key: 'at', label: t('training.when'), cell: (row) => absolute(row.fromAt) },
        { key: 'form', label: t('training.form'), cell: (row) => said(row.form.name) },
        { key: 'state', label: t('training.state'), cell: (row) => t(`training.state_${stateOf(row)}`) },
      ]}
    />
  );
}
