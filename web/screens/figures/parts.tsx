import { NativeSelect } from '@mantine/core';
import type { z } from 'zod';
import type { partsOut } from '../../../src/report/measures/parts.ts';
import { useRead } from '../../server/queries.ts';
import { moneyWords } from '../../ui/money.ts';
import { Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { said, t } from '../../words/words.ts';
import { HowCounted } from './how-counted.tsx';
import { Beside, MadeOf, NumberLink, RecordsOf } from './number.tsx';
import styles from './figures.module.css';
import { QualityLink } from './quality-link.tsx';
import { TakeOut } from './take-out.tsx';
import { COUNTED, queryOf, useFigureSearch } from './use-figures.ts';

type Answer = z.output<typeof partsOut>;
type Row = { key: string; name: string; cells: Answer['whole']; department: string | null; due: number };

/** Every part of the business in one overview of the centre. */
export function Parts() {
  const { search, change } = useFigureSearch();
  const by = search.by === 'function' ? 'function' : 'department';
  const read = useRead<Answer>('figures/parts', { about: COUNTED, query: { ...queryOf(search), by }, keep: true });
  return (
    <Section
      title={t('figures.parts')}
      actions={
        <>
          <TakeOut path="figures/parts/document" query={{ ...queryOf(search), by }} />
          <NativeSelect
            aria-label={t('figures.cut_by')}
            value={by}
            onChange={(event) => change({ by: event.currentTarget.value, records: undefined })}
            data={[
              { value: 'department', label: t('figures.cut_department') },
              { value: 'function', label: t('figures.cut_function') },
            ]}
          />
        </>
      }
    >
      {read.isPending ? <LoadingLines count={10} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <PartTable answer={read.data} /> : null}
      {read.data?.money === null ? <Notice tone="wait">{t('figures.no_money')}</Notice> : null}
      <QualityLink />
      {read.data ? <HowCounted measures={read.data.measures} /> : null}
    </Section>
  );
}

function PartTable({ answer: { measures, whole, rows, money } }: { answer: Answer }) {
  const lines: Row[] = [
    ...rows.map((row, at) => ({
      key: row.key ?? 'none',
      name: row.name ? said(row.name) : t('figures.none_of_it'),
      cells: row.cells,
      department: row.key,
      due: money?.rows[at]?.due ?? 0,
    })),
    { key: 'whole', name: t('figures.whole_centre'), cells: whole, department: null, due: money?.whole ?? 0 },
  ];
  return (
    <Table
      label={t('figures.parts')}
      rows={lines}
      rowId={(row) => row.key}
      columns={[
        { key: 'name', label: t('figures.part'), cell: (row) => row.name },
        ...measures.map((measure, at) => ({
          key: measure.key,
          label: said(measure.name),
          cell: (row: Row) => (
            <span className={styles['cell']}>
              <span>
                <NumberLink measure={measure} row={row.cells[at]!} of={`${row.name}, ${said(measure.name)}`} />{' '}
                <MadeOf measure={measure} row={row.cells[at]!} />
              </span>
              <Beside measure={measure} row={row.cells[at]!} />
            </span>
          ),
        })),
        ...(money ? [moneyColumn(money.currency)] : []),
      ]}
    />
  );
}

/** What customers owe for the work of a part, and the way to those charges. */
const moneyColumn = (currency: string) => ({
  key: 'money',
  label: t('figures.money_due'),
  cell: ({ key, name, department, due }: Row) => {
    const words = moneyWords(due, currency);
    if (due === 0 || key === 'none') return words;
    return (
      <RecordsOf
        what={`${name}, ${t('figures.money_due')}`}
        number={words}
        to="/charges"
        search={{ state: 'owed', ...(department ? { department } : {}) }}
      />
    );
  },
});
