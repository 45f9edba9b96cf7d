import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AccountSide } from '../../../src/accounts/accounts.ts';
import { ACCOUNT_SIDES } from '../../../src/accounts/accounts.ts';
import { moneyText, moneyOf } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { AccountsPage } from './budget-data.ts';

type Values = { side: AccountSide; name: string; amount: string; note: string };
type Props = { accounts: AccountsPage; line: AccountsPage['lines'][number] | null; done: () => void };

/** One line by hand: on which side, what it is, how much. */
export function AccountLineForm({ accounts: { id, currency }, line, done }: Props) {
  const [lineId] = useState(() => line?.id ?? newId<'account_line'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: line ? `account_line/${line.id}` : `accounts/${id}/new`,
    initial: {
      side: line?.side ?? 'income',
      name: line?.name ?? '',
      amount: line ? moneyText(line.amount) : '',
      note: line?.note ?? '',
    },
    check: ({ name, amount }) => ({
      name: name.trim() ? null : t('accounts.item_needed'),
      amount: (moneyOf(amount) ?? -1) >= 0 ? null : t('budget.amount_wrong'),
    }),
    send: ({ amount, ...values }, options) =>
      api.post(`accounts/${id}/lines`, { id: lineId, ...values, amount: moneyOf(amount) }, options),
    changes: () => ['accounts'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={line ? t('accounts.keep') : t('accounts.add')}>
      <Choices
        label={t('accounts.side')}
        options={ACCOUNT_SIDES.map((value) => ({ value, label: t(`accounts.${value}`) }))}
        value={form.values.side}
        onChange={(side) => form.setFieldValue('side', side ?? form.values.side)}
      />
      <TextInput label={t('accounts.item')} required maxLength={200} {...form.getInputProps('name')} />
      <TextInput
        label={t('budget.amount_in', { currency })}
        inputMode="decimal"
        required
        maxLength={20}
        {...form.getInputProps('amount')}
      />
      <TextInput label={t('accounts.note')} maxLength={500} {...form.getInputProps('note')} />
    </FormFrame>
  );
}
