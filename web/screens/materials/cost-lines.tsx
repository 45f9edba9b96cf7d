import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { said, t } from '../../words/words.ts';
import type { DepartmentPlan } from './materials-data.ts';
import styles from './materials.module.css';

const AMOUNTS = ['work', 'training', 'goods', 'planned', 'budget', 'spent', 'committed', 'left'] as const;

/** What the three plans cost line by line, beside what the budget gives and what was spent. */
export function CostLines({ plan: { costs, currency } }: { plan: DepartmentPlan }) {
  const money = (amount: number) => (amount === 0 ? <span className="dim">–</span> : moneyWords(amount, currency));
  return (
    <Section title={t('materials.cost_control')} aside={t('materials.cost_control_why')}>
      {costs.length === 0 ? (
        <EmptyState title={t('materials.no_costs')}>{t('materials.no_costs_why')}</EmptyState>
      ) : (
        <Table
          label={t('materials.cost_control')}
          rows={costs}
          rowId={(row) => row.line}
          columns={[
            { key: 'line', label: t('budget.line'), cell: (row) => said(row.name) },
            ...AMOUNTS.map((key) => ({
              key,
              label: t(`materials.costs_${key}`),
              number: true,
              cell: (row: DepartmentPlan['costs'][number]) => money(row[key]),
            })),
            {
              key: 'over',
              label: t('materials.costs_over'),
              number: true,
              cell: (row) => <span className={row.over > 0 ? styles['over'] : undefined}>{money(row.over)}</span>,
            },
          ]}
        />
      )}
    </Section>
  );
}
