import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { CallLine } from './calls-data.ts';

const outcomes = ['taken', 'returned', 'lost'] as const;

/** To whom a call was handed on, why, and whether he took it (CHAN-14); of one that the exchange told of, the reason. */
export function TransferForm({ call, close }: { call: CallLine; close: () => void }) {
  const told = call.transfers.find(({ reason }) => reason === null);
  const [id] = useState(() => told?.id ?? newId<'phone_transfer'>(nowMs()));
  const { people } = useDesk();
  const draft = useDraftForm({
    subject: `phone_call/${call.id}/transfer`,
    initial: {
      toId: told?.to?.id ?? '',
      toNumber: told?.toNumber ?? '',
      reason: '',
      outcome: (told?.outcome ?? 'taken') as (typeof outcomes)[number],
    },
    check: ({ reason, toId, toNumber }) => ({
      reason: reason.trim() ? null : t('telephone.needed'),
      toId: toId || toNumber.trim() ? null : t('telephone.needed'),
    }),
    send: ({ toId, toNumber, reason, outcome }, options) =>
      api.post(
        `calls/${call.id}/transfers`,
        {
          id,
          reason: reason.trim(),
          outcome,
          ...(toId ? { toId } : {}),
          ...(toNumber.trim() ? { toNumber: toNumber.trim() } : {}),
        },
        options,
      ),
    changes: () => ['phone_call'],
    done: close,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('telephone.keep')}>
      <NativeSelect
        label={t('telephone.to_whom')}
        data={[{ value: '', label: '–' }, ...people.map((one) => ({ value: one.id, label: one.name }))]}
        {...form.getInputProps('toId')}
      />
      <TextInput label={t('telephone.to_number')} inputMode="tel" {...form.getInputProps('toNumber')} />
      <TextInput label={t('telephone.why')} required maxLength={200} {...form.getInputProps('reason')} />
      <NativeSelect
        label={t('telephone.whether')}
        data={outcomes.map((value) => ({ value, label: t(`telephone.transfer_${value}`) }))}
        {...form.getInputProps('outcome')}
      />
    </FormFrame>
  );
}
