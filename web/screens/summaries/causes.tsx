import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { percentWords } from '../figures/figure-words.ts';
import { Trend } from '../figures/trend.tsx';
import { RecordsLink } from './records-link.tsx';
import type { UpwardAnswer } from './upward.tsx';

type Causes = NonNullable<UpwardAnswer['causes']>;
type Row = Causes['rows'][number];

const nameOf = (row: Row): string => (row.name ? said(row.name) : t('figures.none_of_it'));

/** What complaints were about, the most frequent first, the vital few marked (Pareto). */
export function Causes({ causes: { name, rows } }: { causes: Causes }) {
  const title = t('upward.causes', { what: name ? said(name) : '' });
  const vital = t('figures.vital');
  return (
    <Section title={title}>
      {rows.length === 0 ? <p className="dim">{t('upward.no_complaints')}</p> : null}
      {rows.length > 0 ? (
        <>
          <Trend
            label={t('figures.chart_of', { what: title })}
            kind="bar"
            points={rows.map((row) => ({ name: nameOf(row), value: row.n, ...(row.vital ? { mark: vital } : {}) }))}
            words={(value) =>
              value === null ? '–' : value < 1 && value > 0 ? percentWords(value) : numberWords(value)
            }
            cumulated={rows.map((row) => row.cumulated)}
          />
          <CauseTable title={title} rows={rows} />
        </>
      ) : null}
    </Section>
  );
}

function CauseTable({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <Table
      label={title}
      rows={rows}
      rowId={(row) => row.key ?? 'none'}
      columns={[
        { key: 'name', label: t('figures.cause'), cell: nameOf },
        {
          key: 'n',
          label: t('figures.complaints'),
          number: true,
          cell: (row) => <RecordsLink measure="complaints" records={row.records} what={nameOf(row)} n={row.n} />,
        },
        { key: 'share', label: t('figures.share'), number: true, cell: (row) => percentWords(row.share) },
        { key: 'sum', label: t('figures.cumulated'), number: true, cell: (row) => percentWords(row.cumulated) },
        {
          key: 'vital',
          label: t('figures.vital_few'),
          cell: (row) => (row.vital ? <strong>◆ {t('figures.vital')}</strong> : null),
        },
        {
          key: 'before',
          label: t('summaries.period_before'),
          number: true,
          cell: (row) => numberWords(row.before),
        },
      ]}
    />
  );
}
