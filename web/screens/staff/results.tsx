import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { Results as Answer } from '../../../src/personnel/view.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dayOf, numberWords, nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { periodOf, scoreWords } from './staff-words.ts';

const route = getRouteApi('/inside/staff/assessments');

/** The last year’s assessments: whether they were made in time, and each member’s weighted score. */
export function Results() {
  const { of = 'month' } = route.useSearch();
  const today = dayOf(nowMs());
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`;
  const read = useRead<Answer>('staff/results', {
    about: ['staff_assessment', 'notification'],
    query: { period: of, from, until: today },
  });
  usePrintable();
  const { data, error, refetch } = read;
  if (!data) return error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={8} />;
  if (data.scores.length === 0)
    return <EmptyState title={t('staff.no_results')}>{t('staff.no_results_why')}</EmptyState>;
  return (
    <>
      <Regularity data={data} />
      <Scores data={data} of={of} />
    </>
  );
}

function Regularity({ data }: { data: Answer }) {
  const print = <ActionButton label={t('staff.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />;
  const number = (key: 'due' | 'kept' | 'late' | 'missed') => ({
    key,
    label: t(`staff.count_${key}`),
    number: true,
    cell: (row: Answer['periods'][number]) => numberWords(row[key]),
  });
  return (
    <Section title={t('staff.regularity')} actions={print}>
      <Table
        label={t('staff.regularity')}
        rows={data.periods}
        rowId={(row) => `${row.begins} ${said(row.name)}`}
        columns={[
          { key: 'name', label: t('staff.scheme'), cell: (row) => said(row.name) },
          {
            key: 'period',
            label: t('staff.period'),
            cell: (row) => periodOf({ period: data.scores[0]!.period, begins: row.begins }),
          },
          number('due'),
          number('kept'),
          number('late'),
          number('missed'),
          { key: 'average', label: t('staff.average'), number: true, cell: (row) => scoreWords(row.average) },
        ]}
      />
    </Section>
  );
}

function Scores({ data, of }: { data: Answer; of: 'month' | 'quarter' }) {
  return (
    <Section title={t('staff.scores')} aside={data.more ? t('staff.first_500') : t(`staff.by_${of}`)}>
      <Table
        label={t('staff.scores')}
        rows={data.scores}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'person',
            label: t('staff.member'),
            cell: (row) => <Go to={`/staff/members/${row.person.id}`}>{row.person.name}</Go>,
          },
          { key: 'post', label: t('staff.post'), cell: (row) => said(row.post.name) },
          { key: 'period', label: t('staff.period'), cell: periodOf },
          {
            key: 'score',
            label: t('staff.score'),
            number: true,
            cell: (row) => <Go to={`/staff/assessments/${row.id}`}>{scoreWords(row.score)}</Go>,
          },
          { key: 'regularity', label: t('staff.state'), cell: (row) => t(`staff.is_${row.regularity}`) },
        ]}
      />
    </Section>
  );
}
