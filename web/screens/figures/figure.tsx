import { NativeSelect } from '@mantine/core';
import type { z } from 'zod';
import { CUT_NAMES, LENGTH_NAMES } from './cut-names.ts';
import type { figureOut } from '../../../src/report/measures/shapes.ts';
import { useRead } from '../../server/queries.ts';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dateOf } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { valueWords } from './figure-words.ts';
import styles from './figures.module.css';
import { HowCounted } from './how-counted.tsx';
import { Beside, MadeOf, NumberLink } from './number.tsx';
import { partOf } from './period.ts';
import { QualityLink } from './quality-link.tsx';
import { TakeOut } from './take-out.tsx';
import { Trend } from './trend.tsx';
import { COUNTED, queryOf, useFigureSearch } from './use-figures.ts';

type Answer = z.output<typeof figureOut>;
type Row = Answer['rows'][number];

/** One figure: cut by time or by whose and what it is, drawn and in a table, each part beside what it was before. */
export function Figure({ measure }: { measure: string }) {
  const { search, change } = useFigureSearch();
  const by = search.by ?? partOf(search.length);
  const read = useRead<Answer>(`figures/${measure}`, {
    about: COUNTED,
    query: { ...queryOf(search), by },
    keep: true,
  });
  const { data } = read;
  const shown = data?.measure.key === measure ? data : null;
  return (
    <Section
      title={shown ? said(shown.measure.name) : t('figures.figure')}
      actions={
        <>
          <TakeOut path={`figures/${measure}/document`} query={{ ...queryOf(search), by }} />
          <NativeSelect
            aria-label={t('figures.cut_by')}
            value={by}
            onChange={(event) => change({ by: event.currentTarget.value, records: undefined })}
            data={cutsOf(shown?.measure.cuts ?? [by])}
          />
        </>
      }
    >
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !shown ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {shown ? <Shown answer={shown} by={by} /> : null}
    </Section>
  );
}

/** A choice made in a field is cut by where the causes of complaints are. */
function cutsOf(cuts: readonly string[]) {
  return cuts
    .filter((cut) => cut !== 'choice')
    .map((value) => ({ value, label: t(LENGTH_NAMES[value] ?? CUT_NAMES[value] ?? 'figures.cut_kind') }));
}

function Shown({ answer: { measure, rows }, by }: { answer: Answer; by: string }) {
  const compared = rows.some((row) => row.before !== null);
  if (rows.length === 0) return <p className="dim">{t('figures.nothing')}</p>;
  return (
    <div className={styles['figure']}>
      <Trend
        label={t('figures.chart_of', { what: said(measure.name) })}
        kind={by in LENGTH_NAMES ? 'line' : 'bar'}
        points={rows.map((row) => ({
          name: partWords(row),
          value: row.value,
          before: compared ? (row.before?.value ?? null) : undefined,
        }))}
        words={(value) => valueWords(measure.unit, value)}
      />
      <Table
        label={said(measure.name)}
        rows={rows}
        rowId={(row) => row.key ?? 'none'}
        columns={[
          { key: 'part', label: t('figures.part'), cell: (row) => partWords(row) },
          {
            key: 'value',
            label: t('figures.number'),
            number: true,
            cell: (row) => <NumberLink measure={measure} row={row} of={partWords(row)} />,
          },
          { key: 'of', label: t('figures.made_of'), cell: (row) => <MadeOf measure={measure} row={row} /> },
          ...(compared
            ? [
                {
                  key: 'before',
                  label: t('figures.before'),
                  cell: (row: Row) => <Beside measure={measure} row={row} />,
                },
              ]
            : []),
        ]}
      />
      <QualityLink />
      <HowCounted measures={[measure]} />
    </div>
  );
}

/** A part in time is called by its first day; what belongs to none, so. */
function partWords(row: Row): string {
  if (row.from !== null) return dateOf(row.from);
  return row.name ? said(row.name) : t('figures.none_of_it');
}
