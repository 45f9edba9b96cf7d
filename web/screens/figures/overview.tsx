import type { z } from 'zod';
import type { overviewOut } from '../../../src/report/measures/shapes.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { said, t } from '../../words/words.ts';
import { HowCounted } from './how-counted.tsx';
import { Beside, linked, MadeOf, NumberLink } from './number.tsx';
import { TakeOut } from './take-out.tsx';
import { COUNTED, queryOf, useFigureSearch } from './use-figures.ts';

type Answer = z.output<typeof overviewOut>;

/** Every figure of the period beside the period before; its name opens it cut and over time, its number the records. */
export function Overview() {
  const { search } = useFigureSearch();
  const read = useRead<Answer>('figures/overview', { about: COUNTED, query: queryOf(search), keep: true });
  return (
    <Section
      title={t('figures.all')}
      aside={t('figures.all_what')}
      actions={<TakeOut path="figures/overview/document" query={queryOf(search)} />}
    >
      {read.isPending ? <LoadingLines count={16} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? (
        <>
          <Table
            label={t('figures.all')}
            rows={read.data.items}
            rowId={(row) => row.key}
            columns={[
              {
                key: 'name',
                label: t('figures.figure'),
                cell: (row) => (
                  <Go
                    to="/figures"
                    search={linked({ ...search, measure: row.key, by: undefined, records: undefined })}
                    aria-current={row.key === search.measure ? 'page' : undefined}
                  >
                    {said(row.name)}
                  </Go>
                ),
              },
              {
                key: 'value',
                label: t('figures.number'),
                number: true,
                cell: (row) => <NumberLink measure={row} row={row.whole} of={said(row.name)} />,
              },
              { key: 'of', label: t('figures.made_of'), cell: (row) => <MadeOf measure={row} row={row.whole} /> },
              {
                key: 'before',
                label: t('figures.before'),
                cell: (row) => <Beside measure={row} row={row.whole} />,
              },
              { key: 'basis', label: t('figures.by_moment'), cell: (row) => t(`figures.basis_${row.basis}`) },
            ]}
          />
          <HowCounted measures={read.data.items} />
        </>
      ) : null}
    </Section>
  );
}
