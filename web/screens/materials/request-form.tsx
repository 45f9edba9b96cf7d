import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { departmentOptions } from '../budget/budget-data.ts';
import type { PlanPage } from './materials-data.ts';
import { aboutMaterial, counted, materialOptions, useMaterials, wholeOf } from './materials-data.ts';
import { QuantityField } from './quantity-field.tsx';

type Values = { departmentId: string; materialId: string; quantity: string; neededBy: string; whatFor: string };

/** Asks for material for one's department; what lies in stock of it stands beside. */
export function RequestForm({ page, done }: { page: PlanPage; done: () => void }) {
  const [id] = useState(() => newId<'material_request'>(nowMs()));
  const department = page.department?.id ?? '';
  const { data: materials } = useMaterials({ department });
  const today = dayOf(nowMs());
  const draft = useDraftForm<Values>({
    subject: 'material_request/new',
    initial: { departmentId: department, materialId: '', quantity: '', neededBy: '', whatFor: '' },
    check: ({ materialId, quantity, neededBy, whatFor }) => ({
      materialId: materialId ? null : t('materials.material_needed'),
      quantity: (wholeOf(quantity) ?? 0) > 0 ? null : t('materials.quantity_needed'),
      neededBy: neededBy >= today ? null : t('materials.day_needed'),
      whatFor: whatFor.trim() ? null : t('materials.what_for_needed'),
    }),
    send: ({ quantity, ...values }, options) =>
      api.post('material-requests', { id, ...values, quantity: wholeOf(quantity) }, options),
    changes: () => aboutMaterial,
    done: () => {
      say(t('materials.asked_for'));
      done();
    },
  });
  const { form } = draft;
  const chosen = materials?.items.find((one) => one.id === form.getValues().materialId);
  return (
    <FormFrame draft={draft} submit={t('materials.ask_now')}>
      {page.departments.length > 1 ? (
        <NativeSelect
          label={t('budget.department')}
          data={departmentOptions(page)}
          {...form.getInputProps('departmentId')}
        />
      ) : null}
      <NativeSelect
        label={t('materials.material')}
        required
        data={[{ value: '', label: '' }, ...materialOptions(materials)]}
        {...form.getInputProps('materialId')}
      />
      {chosen ? <p className="dim">{t('materials.lies_there', { stock: counted(chosen.stock, chosen) })}</p> : null}
      <QuantityField {...form.getInputProps('quantity')} />
      <TextInput
        type="date"
        label={t('materials.needed_by')}
        required
        min={today}
        {...form.getInputProps('neededBy')}
      />
      <Textarea
        label={t('materials.what_for')}
        required
        autosize
        minRows={2}
        maxLength={1_000}
        {...form.getInputProps('whatFor')}
      />
    </FormFrame>
  );
}
