import type { z } from 'zod';
import type { summaryLineOut } from '../../../src/summary/view.ts';
import { usePages } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Pages } from '../../ui/list/pages.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, dateOf, monthOf, nowMs, ms } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

export type SummaryLine = z.output<typeof summaryLineOut>;

/** The weeks and months, newest first: who owes each summary and by when, or when it was submitted and read. */
export function Summaries() {
  const pages = usePages<SummaryLine>('summaries', { about: ['summary', 'commitment', 'notification'] });
  return (
    <Page
      title={t('summaries.title')}
      actions={
        <>
          <Go to="/summaries/days">{t('daily.open_all')}</Go>
          <TakeOut list="summaries" name={t('summaries.title')} />
        </>
      }
    >
      <Pages
        read={pages}
        lines={8}
        none={<EmptyState title={t('summaries.none')}>{t('summaries.none_why')}</EmptyState>}
      >
        {(rows) => <Periods rows={rows} />}
      </Pages>
    </Page>
  );
}

function Periods({ rows }: { rows: readonly SummaryLine[] }) {
  return (
    <Table
      label={t('summaries.title')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'period',
          label: t('summaries.period'),
          cell: (row) => <Go to={`/summaries/${row.id}`}>{titleWords(row)}</Go>,
        },
        { key: 'owner', label: t('summaries.owner'), cell: (row) => row.owner?.name },
        { key: 'due', label: t('summaries.due'), cell: (row) => (row.dueAt ? absolute(row.dueAt) : null) },
        { key: 'state', label: t('summaries.state'), cell: stateWords },
        { key: 'to', label: t('summaries.to'), cell: (row) => row.addressee?.name },
        { key: 'read', label: t('summaries.read'), cell: (row) => (row.readAt ? absolute(row.readAt) : null) },
      ]}
    />
  );
}

/** What it is about, in a title. */
export function titleWords({ about, period, from }: Pick<SummaryLine, 'about' | 'period' | 'from'>): string {
  if (period === 'week') {
    const week = dateOf(from);
    return about === 'service' ? t('summaries.service_week', { week }) : t('summaries.of_week', { week });
  }
  const month = monthOf(from);
  return about === 'service' ? t('summaries.service_month', { month }) : t('summaries.of_month', { month });
}

/** Where a week or month stands, in words. */
export function stateWords(row: SummaryLine): string {
  if (row.submittedAt) return t('summaries.submitted', { when: absolute(row.submittedAt) });
  if (ms(row.until) <= nowMs()) return t('summaries.owed');
  return row.period === 'week' ? t('summaries.running') : t('summaries.month_running');
}
