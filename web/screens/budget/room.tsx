import { moneyWords } from '../../ui/money.ts';
import { Notice } from '../../ui/section.tsx';
import { said, t } from '../../words/words.ts';
import type { BudgetPage } from './budget-data.ts';
import { monthWords } from './budget-words.ts';

/** What the line has left, and what follows where that is not enough: said before anything is recorded. */
export function Room({ page, line, over }: { page: BudgetPage; line: string; over: number }) {
  const used = page.lines.find(({ key }) => key === line);
  if (!used) return null;
  const money = (amount: number) => moneyWords(amount, page.currency);
  const numbers = t('budget.room', {
    month: monthWords(page.month),
    left: money(Math.max(0, used.left)),
    planned: money(used.planned),
    committed: money(used.committed),
  });
  if (over === 0) return <p className="dim">{numbers}</p>;
  return (
    <Notice tone="late">
      <p>{numbers}</p>
      <p>{t('budget.beyond', { over: money(over), post: page.approves ? said(page.approves) : '' })}</p>
    </Notice>
  );
}
