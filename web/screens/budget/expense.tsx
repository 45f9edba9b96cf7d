import { apiUrl } from '../../server/base.ts';
import { Go } from '../../ui/go.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Facts } from '../../ui/section.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Expense } from './budget-data.ts';
import { expenseStateWords } from './budget-words.ts';
import { Decide } from './decide.tsx';
import { TakeBack } from './take-back.tsx';

/** One expense whole: what belongs to it, what was decided, and what can still be done. */
export function ExpenseSheet({ expense, done }: { expense: Expense; done: () => void }) {
  const { ticket, workOrder, receiptId, decidedBy, decidedAt, by } = expense;
  return (
    <>
      <Facts
        lines={[
          { label: t('budget.amount'), value: moneyWords(expense.amount, expense.currency) },
          { label: t('budget.state'), value: expenseStateWords(expense.state) },
          { label: t('budget.spent_on'), value: absoluteDay(expense.spentOn) },
          { label: t('budget.line'), value: `${said(expense.department.name)} · ${said(expense.line.name)}` },
          { label: t('budget.supplier'), value: expense.supplier },
          {
            label: t('budget.ticket'),
            value: ticket ? <Go to={`/tickets/${ticket.id}`}>{`${ticket.number} ${ticket.title}`}</Go> : null,
          },
          {
            label: t('budget.work_order'),
            value: workOrder ? <Go to={`/work-orders/${workOrder.id}`}>{workOrder.number}</Go> : null,
          },
          {
            label: t('budget.receipt'),
            value: receiptId ? (
              <a href={apiUrl(`files/${receiptId}`)} target="_blank" rel="noreferrer">
                {t('budget.open_receipt')}
              </a>
            ) : null,
          },
          {
            label: t('budget.decided'),
            value: decidedBy && decidedAt ? `${decidedBy.name} · ${absolute(decidedAt)}` : null,
          },
          { label: t('budget.because'), value: expense.because },
          { label: t('budget.due'), value: expense.dueAt ? absolute(expense.dueAt) : null },
          { label: t('budget.by'), value: `${by?.name ?? ''} · ${absolute(expense.at)}` },
        ]}
      />
      {expense.can['decide'] === null ? (
        <Decide
          path={`expenses/${expense.id}/decide`}
          body={(approved) => ({ decision: approved ? 'approved' : 'refused' })}
          no={t('budget.refuse')}
          done={done}
        />
      ) : null}
      {expense.can['take_back'] === null ? (
        <TakeBack
          act={expense.state === 'waiting' ? t('budget.withdraw') : t('budget.take_back')}
          path={`expenses/${expense.id}/take-back`}
          changes={['expense', 'budget', 'commitment']}
          news={t('budget.taken_back_done')}
          done={done}
        >
          <p>{expense.state === 'waiting' ? t('budget.withdraw_why') : t('budget.take_back_why')}</p>
        </TakeBack>
      ) : null}
    </>
  );
}
