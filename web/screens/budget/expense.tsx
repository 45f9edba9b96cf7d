import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { apiUrl } from '../../server/base.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Go } from '../../ui/go.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Facts } from '../../ui/section.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { Expense } from './budget-data.ts';
import { expenseStateWords } from './budget-words.ts';
import { Decide } from './decide.tsx';

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
      {expense.can['take_back'] === null ? <TakeBack expense={expense} done={done} /> : null}
    </>
  );
}

function TakeBack({ expense, done }: { expense: Expense; done: () => void }) {
  const [asking, ask] = useState(false);
  const act = expense.state === 'waiting' ? t('budget.withdraw') : t('budget.take_back');
  const write = useWrite<string>({
    send: (because, options) => api.post(`expenses/${expense.id}/take-back`, { because }, options),
    changes: () => ['expense', 'budget', 'commitment'],
    done: () => {
      say(t('budget.taken_back_done'));
      done();
    },
  });
  return (
    <>
      <ActionButton label={act} icon={IconArrowBackUp} kind="quiet" onRun={() => ask(true)} />
      <AskWhy
        opened={asking}
        close={() => ask(false)}
        title={act}
        act={act}
        label={t('budget.because')}
        busy={write.busy}
        run={(because) => void write.run(because)}
      >
        <p>{expense.state === 'waiting' ? t('budget.withdraw_why') : t('budget.take_back_why')}</p>
      </AskWhy>
    </>
  );
}
