import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { moneyOf } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Request } from './materials-data.ts';
import { aboutMaterial, materialOptions, useMaterials, wholeOf } from './materials-data.ts';
import { QuantityField } from './quantity-field.tsx';

type Props = { department: string; request?: Request; done: () => void };

/** What came in, from whom and what is paid for it: by the plan, or for the request it was bought for. */
export function ReceiveForm({ department, request, done }: Props) {
  const [id] = useState(() => newId<'material_entry'>(nowMs()));
  const { data: materials } = useMaterials();
  const today = dayOf(nowMs());
  const draft = useDraftForm({
    subject: `material_entry/receive/${request?.id ?? department}`,
    initial: {
      materialId: request?.material.id ?? '',
      quantity: request ? String(Math.max(1, request.approved - request.received)) : '',
      onDay: today,
      supplier: '',
      cost: '',
    },
    check: ({ materialId, quantity, onDay, supplier, cost }) => ({
      materialId: materialId ? null : t('materials.material_needed'),
      quantity: (wholeOf(quantity) ?? 0) > 0 ? null : t('materials.quantity_needed'),
      onDay: onDay !== '' && onDay <= today ? null : t('materials.past_day_needed'),
      supplier: supplier.trim() ? null : t('materials.supplier_needed'),
      cost: (moneyOf(cost) ?? -1) >= 0 ? null : t('budget.amount_wrong'),
    }),
    send: ({ quantity, cost, ...values }, options) =>
      api.post(
        'material-receipts',
        {
          id,
          departmentId: department,
          ...values,
          quantity: wholeOf(quantity),
          cost: moneyOf(cost),
          ...(request ? { requestId: request.id } : {}),
        },
        options,
      ),
    changes: () => aboutMaterial,
    done: () => {
      say(t('materials.received_done'));
      done();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('materials.receive')}>
      {request ? (
        <p>{request.material.name}</p>
      ) : (
        <NativeSelect
          label={t('materials.material')}
          required
          data={[{ value: '', label: '' }, ...materialOptions(materials)]}
          {...form.getInputProps('materialId')}
        />
      )}
      <QuantityField {...form.getInputProps('quantity')} />
      <TextInput type="date" label={t('materials.on_day')} required max={today} {...form.getInputProps('onDay')} />
      <TextInput label={t('materials.supplier')} required maxLength={200} {...form.getInputProps('supplier')} />
      <TextInput
        label={t('materials.paid_for_all')}
        required
        inputMode="decimal"
        maxLength={20}
        {...form.getInputProps('cost')}
      />
      <p className="dim">{t('materials.receive_why')}</p>
    </FormFrame>
  );
}
