import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { moneyOf, moneyText } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { moneyWords } from '../../ui/money.ts';
import { absolute, dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { lineOptions, useBudget } from '../budget/budget-data.ts';
import type { Costed } from './costs.tsx';
import type { DepartmentPlan } from './materials-data.ts';

type Props = { row: Costed; plan: DepartmentPlan; done: () => void };
const changes = () => ['work_item', 'training_session', 'budget', 'expense'] as const;

/** What carrying it out is to cost, and from which line; changed, it says why. */
export function CostForm({ row, plan, done }: Props) {
  const { data: budget } = useBudget({ department: plan.department?.id, month: plan.month });
  const draft = useDraftForm({
    subject: `planned_cost/${row.id}/${row.changes.length}`,
    initial: { line: row.cost?.line ?? '', amount: row.cost ? moneyText(row.cost.amount) : '', why: '' },
    check: ({ line, amount, why }) => ({
      line: line ? null : t('materials.line_needed'),
      amount: (moneyOf(amount) ?? -1) >= 0 ? null : t('budget.amount_wrong'),
      why: row.cost && !why.trim() ? t('budget.why_needed') : null,
    }),
    send: ({ line, amount, why }, options) =>
      api.post(
        'planned-costs',
        { subjectType: row.type, subjectId: row.id, line, amount: moneyOf(amount), why: why.trim() },
        options,
      ),
    changes,
    done,
  });
  const { form } = draft;
  const under = plan.costs.find(({ line }) => line === form.getValues().line);
  return (
    <FormFrame draft={draft} submit={t('materials.plan_cost')}>
      <NativeSelect
        label={t('budget.line')}
        required
        data={[{ value: '', label: '' }, ...lineOptions(budget)]}
        {...form.getInputProps('line')}
      />
      {under ? (
        <p className="dim">
          {t('materials.cost_room', {
            planned: moneyWords(under.planned, plan.currency),
            budget: moneyWords(under.budget, plan.currency),
          })}
        </p>
      ) : null}
      <TextInput
        label={t('budget.amount_in', { currency: plan.currency })}
        required
        inputMode="decimal"
        maxLength={20}
        {...form.getInputProps('amount')}
      />
      {row.cost ? (
        <TextInput label={t('budget.why_changed')} required maxLength={1_000} {...form.getInputProps('why')} />
      ) : null}
      {row.changes.map((one) => (
        <p key={one.at} className="dim">
          {[said(one.name), moneyWords(one.amount, plan.currency), one.why, one.by?.name, absolute(one.at)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ))}
    </FormFrame>
  );
}

/** What was spent on it, out of its line; beyond what that has left it waits for approval, as any expense. */
export function SpendForm({ row, plan, done }: Props) {
  const [id] = useState(() => newId<'expense'>(nowMs()));
  const today = dayOf(nowMs());
  const left = plan.costs.find(({ line }) => line === row.cost?.line)?.left ?? 0;
  const beyond = (amount: string) => (moneyOf(amount) ?? 0) > left;
  const draft = useDraftForm({
    subject: `planned_cost/${row.id}/spend`,
    initial: { amount: '', spentOn: today, supplier: '', whatFor: row.title },
    check: ({ amount, spentOn, supplier, whatFor }) => ({
      amount: (moneyOf(amount) ?? 0) > 0 ? null : t('budget.amount_wrong'),
      spentOn: spentOn !== '' && spentOn <= today ? null : t('materials.past_day_needed'),
      supplier: supplier.trim() ? null : t('budget.supplier_needed'),
      whatFor: whatFor.trim() ? null : t('budget.what_for_needed'),
    }),
    send: ({ amount, ...values }, options) =>
      api.post(
        'planned-costs/expenses',
        {
          id,
          subjectType: row.type,
          subjectId: row.id,
          ...values,
          amount: moneyOf(amount),
          askApproval: beyond(amount),
        },
        options,
      ),
    changes,
    done: (_answer, { amount }) => {
      say(beyond(amount) ? t('budget.sent_for_approval') : t('budget.recorded'));
      done();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={beyond(form.getValues().amount) ? t('budget.ask_approval') : t('budget.record')}>
      <p className="dim">{t('materials.line_left', { left: moneyWords(Math.max(0, left), plan.currency) })}</p>
      <TextInput
        label={t('budget.amount_in', { currency: plan.currency })}
        required
        inputMode="decimal"
        maxLength={20}
        {...form.getInputProps('amount')}
      />
      <TextInput type="date" label={t('budget.spent_on')} required max={today} {...form.getInputProps('spentOn')} />
      <TextInput label={t('budget.supplier')} required maxLength={200} {...form.getInputProps('supplier')} />
      <TextInput label={t('budget.what_for')} required maxLength={1_000} {...form.getInputProps('whatFor')} />
    </FormFrame>
  );
}
