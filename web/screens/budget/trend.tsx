import { Go } from '../../ui/go.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { t } from '../../words/words.ts';
import type { BudgetPage } from './budget-data.ts';
import { monthWords } from './budget-words.ts';
import styles from './budget.module.css';

/** Twelve months side by side: what was spent, before what was planned. Each leads to its month. */
export function Trend({ page }: { page: BudgetPage }) {
  const { trend, currency, department } = page;
  const most = Math.max(1, ...trend.map(({ planned, spent, committed }) => Math.max(planned, spent + committed)));
  const height = (amount: number) => ({ blockSize: `${(amount / most) * 100}%` });
  if (trend.every(({ planned, spent }) => planned === 0 && spent === 0)) return null;
  return (
    <Section title={t('budget.trend')} aside={t('budget.trend_why')}>
      <ol className={styles['trend']}>
        {trend.map(({ month, planned, spent, committed }) => {
          const words = t('budget.trend_month', {
            month: monthWords(month),
            spent: moneyWords(spent + committed, currency),
            planned: moneyWords(planned, currency),
          });
          return (
            <li key={month}>
              <Go to="/budget" search={{ department: department!.id, month }}>
                <span className="sr-only">{words}</span>
                <span className={styles['columns']} aria-hidden title={words}>
                  <span style={height(planned)} />
                  <span data-over={spent + committed > planned || undefined} style={height(spent + committed)} />
                </span>
                <span aria-hidden>{month.slice(5)}</span>
              </Go>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
