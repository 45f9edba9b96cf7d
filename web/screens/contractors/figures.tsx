import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ContractorFigures } from '../../../src/contractor/view.ts';
import type { Period } from '../../matter/periods.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { instantOf, nowMs, numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import styles from './contractors.module.css';
import { useAsked } from './filters.tsx';
import { ABOUT } from './house.ts';
import type { View } from './search.ts';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/contractors');
type Row = ContractorFigures['items'][number];

/** What a period says of each contractor; each figure leads to the records behind it. */
export function Figures() {
  const search = route.useSearch();
  const period = search.period ?? 'month';
  const asked = useAsked({ period });
  // a period that still runs ends now
  const now = Math.floor(nowMs() / 60_000) * 60_000;
  const query = { until: instantOf(now), ...queryOf.figures({ ...search, period }) };
  const { data, error, isPending, refetch } = useRead<ContractorFigures>('contractor-figures', {
    about: ABOUT,
    query,
    keep: true,
  });
  return (
    <div className={styles['read']}>
      <div className={styles['line']}>
        <FilterSentence subject={t('contractors.view_figures')} filters={[asked.period(), asked.service()]} />
        <ActionButton label={t('contractors.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />
      </div>
      {error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {isPending ? <LoadingLines count={6} /> : null}
      {data && data.items.length === 0 ? (
        <EmptyState title={t('contractors.no_figures')}>{t('contractors.no_figures_why')}</EmptyState>
      ) : null}
      {data && data.items.length > 0 ? <Counted rows={data.items} period={period} service={search.service} /> : null}
    </div>
  );
}

type CountedProps = { rows: readonly Row[]; period: Period; service: string | undefined };
type Counts = Omit<Row, 'contractor'>;
type Named = Exclude<keyof Counts, 'owed' | 'checks' | 'points'>;

function Counted({ rows, period, service }: CountedProps) {
  /** So many, of so many where it is a share, leading to the list that shows them. */
  const counted = (key: Named, view: View, more: object = {}, of?: keyof Counts): TableColumn<Row> => ({
    key,
    label: t(`contractors.n_${key}`),
    number: true,
    cell: (row) => {
      const words = of ? t('contractors.share_of', { n: row[key], of: row[of] }) : numberWords(row[key]);
      const search = { view, period, contractor: row.contractor.id, ...(service ? { service } : {}), ...more };
      return row[key] === 0 ? (
        words
      ) : (
        <Go to="/contractors" search={search}>
          {words}
        </Go>
      );
    },
  });
  return (
    <Table
      label={t('contractors.view_figures')}
      rows={rows}
      rowId={(row) => row.contractor.id}
      columns={[
        {
          key: 'contractor',
          label: t('contractors.contractor'),
          cell: (row) => <Go to={`/contractors/${row.contractor.id}`}>{row.contractor.name}</Go>,
        },
        counted('kept', 'dues', { over: 'true' }, 'owed'),
        counted('passed', 'checks', { verdict: 'pass' }, 'checks'),
        counted('pointsPassed', 'checks', {}, 'points'),
        counted('asked', 'faults'),
        counted('mended', 'faults', { state: 'mended' }),
        counted('mendedLate', 'faults', { state: 'mended_late' }),
        counted('open', 'faults', { state: 'open' }),
        counted('late', 'faults', { state: 'late' }),
      ]}
    />
  );
}
