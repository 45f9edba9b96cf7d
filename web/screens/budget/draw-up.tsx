import { TextInput } from '@mantine/core';
import { moneyText, moneyOf } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { moneyWords } from '../../ui/money.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { BudgetPage } from './budget-data.ts';
import styles from './budget.module.css';

type Values = Record<string, string>;

/** Each cost kind with its amount, as last asked for; another version says why. */
export function DrawUp({ page, done }: { page: BudgetPage; done: () => void }) {
  const { currency, department, month, newest } = page;
  const kinds = page.lines;
  const standing = (line: BudgetPage['lines'][number]) => line.asked ?? line.planned;
  const amounts = Object.fromEntries(
    kinds.map((line) => [`line_${line.key}`, standing(line) === 0 ? '' : moneyText(standing(line))]),
  );
  const amountOf = (values: Values, key: string): number | null =>
    (values[`line_${key}`] ?? '').trim() === '' ? 0 : moneyOf(values[`line_${key}`]!);
  const draft = useDraftForm<Values>({
    subject: `budget/${department!.id}/${month}/${newest}`,
    initial: { ...amounts, why: '' },
    check: (values) => ({
      ...Object.fromEntries(
        kinds.map(({ key }) => {
          const amount = amountOf(values, key);
          return [`line_${key}`, amount === null || amount < 0 ? t('budget.amount_wrong') : null];
        }),
      ),
      why: newest > 0 && !values['why']!.trim() ? t('budget.why_needed') : null,
    }),
    send: (values, options) =>
      api.post(
        'budgets',
        {
          departmentId: department!.id,
          month,
          lines: kinds
            .map(({ key }) => ({ key, amount: amountOf(values, key) ?? 0 }))
            .filter(({ amount }) => amount > 0),
          why: values['why']!.trim(),
          seen: newest,
        },
        options,
      ),
    changes: () => ['budget', 'commitment'],
    done: () => {
      say(t('budget.drawn_up'));
      done();
    },
  });
  const values = draft.form.getValues();
  const total = kinds.reduce((sum, { key }) => sum + (amountOf(values, key) ?? 0), 0);
  return (
    <FormFrame draft={draft} submit={t('budget.submit')}>
      <p className="dim">{t('budget.draw_up_why', { currency })}</p>
      <div className={styles['amounts']}>
        {kinds.map(({ key, name }) => (
          <TextInput
            key={key}
            label={said(name)}
            inputMode="decimal"
            maxLength={20}
            {...draft.form.getInputProps(`line_${key}`)}
          />
        ))}
      </div>
      <p role="status">
        <strong>{t('budget.total_of', { amount: moneyWords(total, currency) })}</strong>
      </p>
      <TextInput
        label={newest > 0 ? t('budget.why_changed') : t('budget.rests_on')}
        required={newest > 0}
        maxLength={1_000}
        {...draft.form.getInputProps('why')}
      />
    </FormFrame>
  );
}
