import type { ReactNode } from 'react';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { SummaryAnswer } from './summary.tsx';

type Statistics = NonNullable<SummaryAnswer['statistics']>;
type Line = { key: string; label: string; n: ReactNode; before: ReactNode };

/** The figures of the week, each beside that of the week before. */
export function WeekFigures({ statistics }: { statistics: Statistics }) {
  const counted = (key: string, label: string, { n, before }: { n: number; before: number }): Line => ({
    key,
    label,
    n: numberWords(n),
    before: numberWords(before),
  });
  return (
    <>
      <Lines title={t('summaries.figures')} rows={wholeOf(statistics)} />
      <Lines
        title={t('summaries.by_severity')}
        rows={statistics.bySeverity.map((one) => counted(one.severity, said(one.name), one))}
      />
      <Lines
        title={t('summaries.by_department')}
        rows={statistics.byDepartment.map((one) => counted(one.departmentId, said(one.name), one))}
      />
      {statistics.byChoice.map((field) => (
        <Lines
          key={field.field}
          title={said(field.name)}
          rows={field.counts.map((one) => counted(one.choice, said(one.name), one))}
        />
      ))}
    </>
  );
}

function wholeOf({ opened, closed, stillOpen, kept, satisfaction }: Statistics): Line[] {
  const share = (of: { n: number; of: number }) =>
    t('summaries.n_of', { n: numberWords(of.n), of: numberWords(of.of) });
  const average = (value: number | null) => (value === null ? '–' : numberWords(Math.round(value * 100) / 100));
  return [
    { key: 'opened', label: t('summaries.opened'), n: numberWords(opened.n), before: numberWords(opened.before) },
    { key: 'still_open', label: t('summaries.still_open'), n: numberWords(stillOpen), before: null },
    { key: 'closed', label: t('summaries.closed'), n: numberWords(closed.n), before: numberWords(closed.before) },
    { key: 'kept', label: t('summaries.kept'), n: share(kept), before: share(kept.before) },
    {
      key: 'satisfaction',
      label: t('summaries.satisfaction', { answers: satisfaction.answers }),
      n: average(satisfaction.average),
      before: average(satisfaction.before),
    },
  ];
}

function Lines({ title, rows }: { title: string; rows: readonly Line[] }) {
  return (
    <Section title={title}>
      {rows.length === 0 ? <p className="dim">{t('summaries.nothing')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={title}
          rows={rows}
          rowId={(row) => row.key}
          columns={[
            { key: 'label', label: t('summaries.figure'), cell: (row) => row.label },
            { key: 'n', label: t('summaries.number'), number: true, cell: (row) => row.n },
            { key: 'before', label: t('summaries.before'), number: true, cell: (row) => row.before },
          ]}
        />
      ) : null}
    </Section>
  );
}
