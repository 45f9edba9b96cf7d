import { ClockDot } from '../../ui/clock/clock-dot.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { ShareBar, Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { DepartmentRow } from './board.ts';
import styles from './board.module.css';

/** Departments as rows, the latest first: how much lies there, how much of it is late, who is there to do it. */
export function Departments({ rows }: { rows: readonly DepartmentRow[] }) {
  const most = Math.max(1, ...rows.map(loadOf));
  return (
    <Section title={t('board.departments')}>
      <Table
        label={t('board.departments')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'name',
            label: t('board.department'),
            cell: (row) => (
              <Go to="/tickets" search={{ state: 'open', department: row.id }} className={styles['name']}>
                {said(row.name)}
              </Go>
            ),
          },
          {
            key: 'load',
            label: t('board.load'),
            cell: (row) => (
              <span className={styles['load']}>
                <Go to="/tickets" search={{ state: 'open', department: row.id }} className={styles['name']}>
                  {t('board.n_tickets', { count: row.open })}
                </Go>
                <Go to="/work-orders" search={{ department: row.id }} className={styles['name']}>
                  {t('board.n_orders', { count: row.orders })}
                </Go>
                <ShareBar n={loadOf(row)} of={most} tone="plain" />
              </span>
            ),
          },
          {
            key: 'late',
            label: t('board.late'),
            number: true,
            cell: (row) => (
              <Go to="/board/clocks" search={{ which: 'late', department: row.id }} className={styles['name']}>
                <Late n={row.late} />
              </Go>
            ),
          },
          {
            key: 'on_duty',
            label: t('board.on_duty'),
            number: true,
            cell: (row) => (row.onDuty === 0 ? t('board.nobody') : numberWords(row.onDuty)),
          },
          { key: 'worst', label: t('board.worst'), cell: (row) => <Worst row={row} /> },
        ]}
      />
    </Section>
  );
}

export function loadOf(row: DepartmentRow): number {
  return row.open + row.orders;
}

export function Late({ n }: { n: number }) {
  return n > 0 ? <strong className={styles['late']}>{numberWords(n)}</strong> : <span className="dim">0</span>;
}

function Worst({ row }: { row: DepartmentRow }) {
  const { worst } = row;
  if (!worst) return <span className="dim">{t('board.nothing_runs')}</span>;
  if (!worst.ticketId) return <ClockDot clock={worst} />;
  return (
    <Go to={`/tickets/${worst.ticketId}`} className={styles['worst']}>
      <ClockDot clock={worst} />
    </Go>
  );
}
