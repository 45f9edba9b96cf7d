import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

/** Data may come of a period before the house owed it: any day of it will do. */
export function OpenAccountsForm() {
  const navigate = useNavigate();
  const draft = useDraftForm<{ day: string }, { id: string }>({
    subject: 'accounts/open',
    initial: { day: dayOf(nowMs()) },
    check: ({ day }) => ({ day: day ? null : t('budget.day_needed') }),
    send: (values, options) => api.post('accounts', values, options),
    changes: () => ['accounts'],
    done: ({ id }) => void navigate({ to: `/budget/accounts/${id}` as never }),
  });
  return (
    <FormFrame draft={draft} submit={t('accounts.open_it')}>
      <TextInput
        type="date"
        label={t('accounts.day_in_it')}
        description={t('accounts.day_in_it_why')}
        required
        {...draft.form.getInputProps('day')}
      />
    </FormFrame>
  );
}
