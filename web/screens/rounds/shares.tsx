import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import type { sharesOut } from '../../../src/round/view.ts';
import type { Period } from '../../matter/periods.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { ShareBar, Table } from '../../ui/table.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

const route = getRouteApi('/inside/rounds');
type SharesAnswer = z.output<typeof sharesOut>;
type Row = SharesAnswer['items'][number];

/** Of each checklist, how many rounds that fell due were done in time: numerator, denominator and period stand with it. */
export function Shares() {
  const { period = 'month' } = route.useSearch();
  const navigate = route.useNavigate();
  const read = useRead<SharesAnswer>('rounds/shares', { about: ['round'], query: spanOf(period), keep: true });
  const choose = (value: Period) => void navigate({ search: (before) => ({ ...before, period: value }) });
  return (
    <>
      <NativeSelect
        label={t('period.filter')}
        value={period}
        data={periodOptions()}
        onChange={(event) => choose(event.currentTarget.value as Period)}
      />
      {read.isPending ? <LoadingLines count={6} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data?.items.length === 0 ? <EmptyState title={t('rounds.no_shares')} /> : null}
      {read.data && read.data.items.length > 0 ? <ShareTable answer={read.data} period={period} /> : null}
    </>
  );
}

function ShareTable({ answer, period }: { answer: SharesAnswer; period: Period }) {
  const record = (row: Row, n: number, narrowed: Record<string, string>) =>
    n === 0 ? (
      numberWords(n)
    ) : (
      <Go to="/rounds" search={{ view: 'record', plan: row.plan.id, period, ...narrowed }}>
        {numberWords(n)}
      </Go>
    );
  return (
    <>
      <p className="dim">{t('rounds.span', { from: absolute(answer.from), until: absolute(answer.until) })}</p>
      <Table
        label={t('rounds.view_shares')}
        rows={answer.items}
        rowId={(row) => row.plan.id}
        columns={[
          { key: 'plan', label: t('rounds.checklist'), cell: (row) => said(row.plan.name) },
          { key: 'due', label: t('rounds.fell_due'), number: true, cell: (row) => numberWords(row.due) },
          {
            key: 'kept',
            label: t('rounds.kept'),
            number: true,
            cell: (row) => record(row, row.kept, { state: 'kept' }),
          },
          { key: 'late', label: t('rounds.done_late'), number: true, cell: (row) => numberWords(row.late) },
          {
            key: 'missed',
            label: t('rounds.not_done'),
            number: true,
            cell: (row) => record(row, row.notDone, { state: 'missed' }),
          },
          { key: 'share', label: t('rounds.share'), cell: (row) => <Share row={row} /> },
          {
            key: 'faults',
            label: t('rounds.faults_of_lines'),
            cell: (row) =>
              row.faults === 0
                ? t('rounds.n_of', { n: 0, of: row.lines })
                : record(row, row.faults, { result: 'fault' }),
          },
        ]}
      />
    </>
  );
}

function Share({ row }: { row: Row }) {
  return (
    <span>
      {t('rounds.n_of', { n: row.kept, of: row.due })} <ShareBar n={row.kept} of={row.due} />
    </span>
  );
}
