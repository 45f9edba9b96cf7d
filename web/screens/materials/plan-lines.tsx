import { monthAway } from '../../matter/month.ts';
import { Go } from '../../ui/go.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { absoluteDay, numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { PlanLine, PlanPage } from './materials-data.ts';
import styles from './materials.module.css';

type Props = { page: Pick<PlanPage, 'lines' | 'waiting' | 'currency' | 'month' | 'department'> };

/** Each material beside what became of it, the short first; its numbers lead to the requests and entries behind them. */
export function PlanLines({ page }: Props) {
  const { lines } = page;
  if (lines.length === 0)
    return <EmptyState title={t('materials.nothing_planned')}>{t('materials.nothing_planned_why')}</EmptyState>;
  return (
    <Section title={t('materials.lines')} aside={t('materials.short_why')}>
      <Table label={t('materials.lines')} rows={lines} rowId={(row) => row.material.id} columns={columnsOf(page)} />
    </Section>
  );
}

function columnsOf({ waiting, currency, month, department }: Props['page']): TableColumn<PlanLine>[] {
  const behind = (row: PlanLine, view: 'requests' | 'entries', more: Record<string, string> = {}) => ({
    view,
    department: department?.id ?? '',
    material: row.material.id,
    from: `${month}-01`,
    until: `${monthAway(month, 1)}-01`,
    ...more,
  });
  const number = (key: string, label: string, of: (row: PlanLine) => number): TableColumn<PlanLine> => ({
    key,
    label,
    number: true,
    cell: (row) => (of(row) === 0 ? <span className="dim">–</span> : numberWords(of(row))),
  });
  const linked = (
    key: 'requested' | 'approved' | 'received' | 'issued',
    search: (row: PlanLine) => Record<string, string>,
  ): TableColumn<PlanLine> => ({
    key,
    label: t(`materials.${key}`),
    number: true,
    cell: (row) => (
      <Go to="/materials" search={search(row)}>
        {numberWords(row[key])}
      </Go>
    ),
  });
  return [
    { key: 'material', label: t('materials.material'), cell: (row) => `${row.material.name}（${row.material.unit}）` },
    ...(waiting === null ? [] : [number('asked', t('materials.asked'), (row) => row.asked ?? 0)]),
    number('planned', t('materials.planned'), (row) => row.planned),
    {
      key: 'needed',
      label: t('materials.needed_by'),
      cell: (row) => (row.neededBy ? `${absoluteDay(row.neededBy)} · ${row.person?.name ?? ''}` : '–'),
    },
    linked('requested', (row) => behind(row, 'requests', { state: 'waiting' })),
    linked('approved', (row) => behind(row, 'requests')),
    linked('received', (row) => behind(row, 'entries', { sort: 'received' })),
    linked('issued', (row) => behind(row, 'entries', { sort: 'issued' })),
    number('stock', t('materials.in_stock'), (row) => row.inStock),
    {
      key: 'short',
      label: t('materials.short'),
      number: true,
      cell: (row) => (
        <span className={styles['short']} data-state={row.state}>
          {row.short === 0
            ? t('materials.state_covered')
            : `${numberWords(row.short)} · ${t(`materials.state_${row.state}`)}`}
        </span>
      ),
    },
    { key: 'cost', label: t('materials.cost'), number: true, cell: (row) => moneyWords(row.cost, currency) },
  ];
}
