import { useState } from 'react';
import { beyondBy } from '../../../src/budget/budget.ts';
import { moneyOf } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ReceiptFile } from './receipt.tsx';
import { useBudget } from './budget-data.ts';
import { WhatFor, WhereFrom } from './expense-fields.tsx';

export type ExpenseValues = {
  department: string;
  line: string;
  amount: string;
  spentOn: string;
  supplier: string;
  whatFor: string;
  ticket: Picked | null;
  workOrder: string;
  receipt: ReceiptFile | null;
};

const bodyOf = (
  id: string,
  { department, amount, ticket, workOrder, receipt, ...values }: ExpenseValues,
  given: Given,
) => ({
  id,
  departmentId: department || given.department,
  ...values,
  line: values.line || given.line,
  amount: moneyOf(amount) ?? 0,
  ...(ticket ? { ticketId: ticket.id } : {}),
  ...(ticket && workOrder ? { workOrderId: workOrder } : {}),
  ...(receipt ? { receiptId: receipt.id } : {}),
  askApproval: given.over > 0,
});

type Given = { department: string; line: string; over: number };

/** What was spent, out of which line; the numbers of that line stand beside it before anything is recorded. */
export function ExpenseForm({ department, done }: { department?: string | undefined; done: () => void }) {
  const [id] = useState(() => newId<'expense'>(nowMs()));
  const today = dayOf(nowMs());
  const [asked, ask] = useState({ department, month: today.slice(0, 7) });
  const { data: page } = useBudget(asked);
  const given = (values: ExpenseValues): Given => {
    const line = values.line || (page?.lines[0]?.key ?? '');
    const used = page?.lines.find(({ key }) => key === line);
    const amount = moneyOf(values.amount) ?? 0;
    return { department: page?.department?.id ?? '', line, over: used ? beyondBy(used, amount) : 0 };
  };
  const draft = useDraftForm<ExpenseValues>({
    subject: 'expense/new',
    initial: {
      department: department ?? '',
      line: '',
      amount: '',
      spentOn: today,
      supplier: '',
      whatFor: '',
      ticket: null,
      workOrder: '',
      receipt: null,
    },
    check: (values) => ({
      amount: (moneyOf(values.amount) ?? 0) > 0 ? null : t('budget.amount_wrong'),
      spentOn: values.spentOn ? null : t('budget.day_needed'),
      supplier: values.supplier.trim() ? null : t('budget.supplier_needed'),
      whatFor: values.whatFor.trim() ? null : t('budget.what_for_needed'),
    }),
    send: (values, options) => api.post('expenses', bodyOf(id, values, given(values)), options),
    changes: () => ['expense', 'budget', 'commitment'],
    done: (_answer, values) => {
      say(given(values).over > 0 ? t('budget.sent_for_approval') : t('budget.recorded'));
      done();
    },
  });
  const { line, over } = given(draft.form.getValues());
  if (!page) return null;
  return (
    <FormFrame draft={draft} submit={over > 0 ? t('budget.ask_approval') : t('budget.record')}>
      <WhereFrom form={draft.form} page={page} line={line} over={over} ask={(to) => ask({ ...asked, ...to })} />
      <WhatFor form={draft.form} />
    </FormFrame>
  );
}
