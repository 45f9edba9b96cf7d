import { NativeSelect, TextInput } from '@mantine/core';
import { peopleOptions } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useCustodians } from './data.ts';

type Props = { customerId: string; now: string | null; close: () => void };

/** Whose one customer is from now on, and why. */
export function GiveForm({ customerId, now, close }: Props) {
  const { data } = useCustodians();
  const draft = useDraftForm<{ personId: string; why: string }, unknown>({
    subject: `customer/${customerId}/custodian`,
    initial: { personId: now ?? '', why: '' },
    check: ({ why }) => ({ why: why.trim() ? null : t('custodians.why_needed') }),
    send: ({ personId, why }, options) =>
      api.put(`customers/${customerId}/custodian`, { personId: personId || null, seen: now, why: why.trim() }, options),
    changes: () => ['customer', 'custodian_contact', 'commitment'],
    done: () => {
      say(t('custodians.given'));
      close();
    },
  });
  const of = draft.form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('custodians.give')}>
      <NativeSelect
        label={t('custodians.person')}
        data={[
          { value: '', label: t('custodians.to_nobody') },
          ...peopleOptions((data?.items ?? []).map(({ person }) => person)),
        ]}
        {...of('personId')}
      />
      <TextInput
        label={t('custodians.why')}
        description={t('custodians.why_kept')}
        required
        maxLength={200}
        {...of('why')}
      />
    </FormFrame>
  );
}
