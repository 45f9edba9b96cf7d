import { NativeSelect } from '@mantine/core';
import type { z } from 'zod';
import type { causesOut } from '../../../src/report/measures/causes-shapes.ts';
import { useRead } from '../../server/queries.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { percentWords } from './figure-words.ts';
import styles from './figures.module.css';
import { linked, RecordsOf } from './number.tsx';
import { QualityLink } from './quality-link.tsx';
import { Trend } from './trend.tsx';
import { TakeOut } from './take-out.tsx';
import { COUNTED, queryOf, useFigureSearch } from './use-figures.ts';

type Answer = z.output<typeof causesOut>;
type Row = Answer['rows'][number];

const BY = ['department', 'kind', 'building'] as const;

/** What complaints come from, the most frequent first; the vital few are marked in words and by a diamond. */
export function Causes() {
  const { search, change } = useFigureSearch();
  const by = BY.find((one) => one === search.by) ?? 'choice';
  const query = { ...queryOf(search), by, field: by === 'choice' ? search.field : undefined };
  const read = useRead<Answer>('figures/causes', { about: COUNTED, query, keep: true });
  const { data } = read;
  return (
    <Section
      title={t('figures.causes')}
      aside={t('figures.causes_what')}
      actions={
        <>
          <TakeOut path="figures/causes/document" query={query} />
          <NativeSelect
            aria-label={t('figures.cut_by')}
            value={by === 'choice' ? `choice:${data?.field ?? ''}` : by}
            onChange={(event) => {
              const [cut, field] = event.currentTarget.value.split(':');
              change({ by: cut, field, records: undefined });
            }}
            data={[
              ...(data?.fields ?? []).map(({ key, name }) => ({ value: `choice:${key}`, label: said(name) })),
              ...BY.map((value) => ({ value, label: t(`figures.cut_${value}`) })),
            ]}
          />
        </>
      }
    >
      {read.isPending ? <LoadingLines count={10} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Rates answer={data} /> : null}
      {data && data.rows.length === 0 ? <p className="dim">{t('figures.no_complaints')}</p> : null}
      {data && data.rows.length > 0 ? <Pareto rows={data.rows} /> : null}
      <QualityLink />
    </Section>
  );
}

function Rates({ answer }: { answer: Answer }) {
  const rate = ({ n, of, value }: Answer['perTickets']): string =>
    value === null ? '–' : t('figures.rate', { rate: hundredths(value), n: numberWords(n), of: numberWords(of) });
  return (
    <Facts
      lines={[
        { label: t('figures.complaints'), value: numberWords(answer.total) },
        { label: t('figures.per_tickets'), value: rate(answer.perTickets) },
        { label: t('figures.per_households'), value: rate(answer.perHouseholds) },
        { label: t('figures.before'), value: answer.before === null ? null : numberWords(answer.before) },
      ]}
    />
  );
}

function Pareto({ rows }: { rows: readonly Row[] }) {
  const vital = t('figures.vital');
  return (
    <div className={styles['figure']}>
      <Trend
        label={t('figures.chart_of', { what: t('figures.causes') })}
        kind="bar"
        points={rows.map((row) => ({ name: nameOf(row), value: row.n, ...(row.vital ? { mark: vital } : {}) }))}
        words={(value) => (value === null ? '–' : value < 1 && value > 0 ? percentWords(value) : numberWords(value))}
        cumulated={rows.map((row) => row.cumulated)}
      />
      <CauseTable rows={rows} />
    </div>
  );
}

function CauseTable({ rows }: { rows: readonly Row[] }) {
  const { search } = useFigureSearch();
  const rated = rows.some((row) => row.perTickets !== null);
  return (
    <Table
      label={t('figures.causes')}
      rows={rows}
      rowId={(row) => row.key ?? 'none'}
      columns={[
        { key: 'name', label: t('figures.cause'), cell: nameOf },
        {
          key: 'n',
          label: t('figures.complaints'),
          number: true,
          cell: (row) =>
            row.n === 0 ? (
              '0'
            ) : (
              <RecordsOf
                what={nameOf(row)}
                number={numberWords(row.n)}
                to="/figures"
                search={linked({ ...search, records: row.records })}
              />
            ),
        },
        { key: 'share', label: t('figures.share'), number: true, cell: (row) => percentWords(row.share) },
        { key: 'sum', label: t('figures.cumulated'), number: true, cell: (row) => percentWords(row.cumulated) },
        { key: 'vital', label: t('figures.vital_few'), cell: (row) => (row.vital ? <Vital /> : null) },
        { key: 'before', label: t('figures.before'), number: true, cell: (row) => row.before },
        ...(rated
          ? [
              {
                key: 'rate',
                label: t('figures.per_tickets'),
                number: true,
                cell: (row: Row) => hundredths(row.perTickets?.value ?? 0),
              },
            ]
          : []),
      ]}
    />
  );
}

function Vital() {
  return (
    <strong className={styles['vital']}>
      <span aria-hidden>◆</span> {t('figures.vital')}
    </strong>
  );
}

function nameOf(row: Row): string {
  return row.name ? said(row.name) : t('figures.none_of_it');
}

function hundredths(value: number): string {
  return numberWords(Math.round(value * 100) / 100);
}
